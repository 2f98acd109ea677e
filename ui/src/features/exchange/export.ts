/** The calendar and the people out, to files. */
import type { PeopleFormat } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { toasts } from '../../shared/toasts.svelte';
import { attempt } from '../../state/steps';
import { t } from '../../words/words.svelte';

/** Asks where, and writes the whole calendar there. */
export async function exportCalendar(): Promise<void> {
  const path = await attempt(ipc.exportCalendar);
  if (path) toasts.show({ text: t('exchange-exported', { name: fileOf(path) }) });
}

/** Asks where, and writes everybody there. */
export async function exportPeople(format: PeopleFormat): Promise<void> {
  const path = await attempt(() => ipc.exportPeople(format));
  if (path) toasts.show({ text: t('exchange-exported-people', { name: fileOf(path) }) });
}

/** A file's name without its folders. */
function fileOf(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}
