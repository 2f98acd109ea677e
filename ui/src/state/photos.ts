/** Small pictures of people, each read once while the window is open. */
import { ipc } from '../ipc/client';

/** As many as a page shows and then some; the oldest is read again. */
const MOST = 400;

const known = new Map<string, Promise<string | null>>();

/** What an `img` can show of a picture's address in the attic; nothing when there is none, or it cannot be read. */
export function photoOf(address: string): Promise<string | null> {
  if (!address) return Promise.resolve(null);
  let photo = known.get(address);
  if (!photo) {
    photo = ipc.photo(address).catch(() => {
      known.delete(address);
      return null;
    });
    known.set(address, photo);
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
  }
  return photo;
}
