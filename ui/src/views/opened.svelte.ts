/** What lies over the window, and the one press that plans. */
import type { ContactCard } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { desk } from '../state/desk.svelte';
import { now } from '../state/now.svelte';
import type { Seed } from '../intents/reschedule';
import { addMinutes, dateIn, minuteIn, wallAt } from '../intents/wall';

class Opened {
  palette = $state(false);
  search = $state(false);
  /** What was typed while the search was still on its way. */
  typed = $state('');
  shortcuts = $state(false);
  newClient = $state(false);
  /** A contact of no client, shown by itself. */
  loose = $state.raw<ContactCard | null>(null);
  /** Files hover over it. */
  dropping = $state(false);
}

export const opened = new Opened();

/** A length to begin with, in minutes. */
const USUAL = 60;

/** Opens a draft: today at the next half hour, another day at nine, or the nearest free place when that one is taken. */
export async function plan(anchor: DOMRect | null, client?: { id: string; name: string }, seed?: Seed): Promise<void> {
  const wanted = seed?.on ?? desk.date;
  const date = wanted < now.date ? now.date : wanted;
  const soon = addMinutes(now.wall, 30 - (minuteIn(now.wall) % 30));
  const start = date === now.date && dateIn(soon) === date ? soon : wallAt(date, 540);
  const to = { type: 'timed', start, minutes: seed?.minutes ?? USUAL } as const;
  const proposal = {
    subject: { type: 'new', kind: seed?.kind ?? 'video' },
    to,
    scope: 'this',
    copy: false,
    force: false,
  } as const;
  // Without an answer one begins there all the same: the draft asks again, and says what is wrong.
  const verdict = await ipc.judge(proposal).catch(() => null);
  desk.openDraft((verdict?.level !== 'free' && verdict?.nearest[0]?.to) || to, anchor, client, seed);
}
