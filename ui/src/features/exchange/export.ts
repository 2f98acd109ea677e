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

/** Asks where, and writes the whole book there; what it had lost by then is said. */
export async function exportArchive(): Promise<void> {
  const written = await attempt(ipc.exportArchive);
  if (!written) return;
  const name = fileOf(written.path);
  if (written.missing > 0) toasts.show({ text: t('exchange-archived-missing', { name, count: written.missing }) });
  else toasts.show({ text: t('exchange-archived', { name }) });
}

/** A file's name without its folders. */
function fileOf(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}
