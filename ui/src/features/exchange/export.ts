/** The calendar out, to a file. */
import { ipc } from '../../ipc/client';
import { toasts } from '../../shared/toasts.svelte';
import { attempt } from '../../state/steps';
import { t } from '../../words/words.svelte';

/** Asks where, and writes the whole calendar there. */
export async function exportCalendar(): Promise<void> {
  const path = await attempt(ipc.exportCalendar);
  if (path) toasts.show({ text: t('exchange-exported', { name: path.split(/[\\/]/).pop() ?? path }) });
}
