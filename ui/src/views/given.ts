/** What files given to the window are for. */
import { importing } from '../features/exchange/importing.svelte';
import { ipc } from '../ipc/client';
import { desk } from '../state/desk.svelte';
import { attempt, sayDone } from '../state/steps';

/** What is looked at before it is brought in; a folder has no ending, and is looked through. */
const BROUGHT_IN = /(^|[\\/])[^\\/.]*$|\.(ics|ical|ifb|vcf|vcard|csv|tsv|txt|sentier\.zip)$/i;

/** Splits files into those to bring in and those that are only to be kept. */
export function sorted(paths: string[]): { bring: string[]; keep: string[] } {
  return {
    bring: paths.filter((path) => BROUGHT_IN.test(path)),
    keep: paths.filter((path) => !BROUGHT_IN.test(path)),
  };
}

/**
 * Takes files: calendars, cards, tables and folders are looked at; on a client's page any other file stays with that
 * client. Elsewhere it is looked at too, so that somebody says why it can't be read.
 */
export async function take(paths: string[]): Promise<void> {
  const id = desk.view === 'client' ? desk.client : null;
  const { bring, keep } = sorted(paths);
  if (id && keep.length > 0) {
    const done = await attempt(() => ipc.attach({ type: 'client', id }, keep));
    if (done) sayDone(done);
    if (bring.length > 0) await importing.look(bring);
  } else await importing.look(paths);
}
