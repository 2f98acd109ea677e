/** What files hold, as one says it before they are brought in. Pure. */
import type { ImportFile } from '../../ipc/bindings.gen';

/** Meetings, people, or both. */
export type FilesKind = 'meetings' | 'people' | 'both';

/** By the files' names: what could not be read at all says nothing. */
export function kindOf(files: Pick<ImportFile, 'name' | 'problem'>[]): FilesKind {
  const read = files.filter(({ problem }) => problem === null);
  const calendars = read.filter(({ name }) => /\.(ics|ical|ifb)$/i.test(name)).length;
  if (calendars === read.length) return 'meetings';
  return calendars === 0 ? 'people' : 'both';
}
