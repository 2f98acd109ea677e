/** A client is made, said, and shown. */
import { ipc } from '../../ipc/client';
import { desk } from '../../state/desk.svelte';
import { attempt, sayDone } from '../../state/steps';

/** Makes a client of that name and opens its page; tells whether it could. */
export async function create(name: string): Promise<boolean> {
  const done = await attempt(() => ipc.createClient(name.trim()));
  if (!done) return false;
  sayDone(done);
  if (done.client) desk.showClient(done.client.id);
  return true;
}
