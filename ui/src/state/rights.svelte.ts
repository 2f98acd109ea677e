/** What is asked of a person's rights, from wherever one sees them: a copy of their data, an objection, their erasure. */
import type { Objector } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { toasts } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';
import { attempt, sayDone } from './steps';

/** Somebody, or a client, and what they are called. */
export interface Asked {
  who: Objector;
  name: string;
}

class Rights {
  /** The person one is asked about before they are erased. */
  erasing = $state.raw<{ id: string; name: string } | null>(null);
  /** Who does not want to be contacted any more. */
  objecting = $state.raw<Asked | null>(null);
}

export const rights = new Rights();

/** Takes an objection back; one press, and one undo. */
export async function lift(who: Objector): Promise<void> {
  const done = await attempt(() => ipc.object(who, null));
  if (done) sayDone(done);
}

/** Asks where, and writes everything held about a person there. */
export async function exportPerson(id: string): Promise<void> {
  const path = await attempt(() => ipc.exportPerson(id));
  if (path) toasts.show({ text: t('person-exported', { name: path.split(/[\\/]/).pop() ?? path }) });
}
