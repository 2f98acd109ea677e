/** The work that hangs on a meeting. Pure. */
import type { Block } from '../../ipc/bindings.gen';

/** Days before a meeting that are read for its work. */
export const BEFORE = 91;

/** Its work, the earliest first; what was called off is none. */
export function workFor(blocks: Block[], meeting: string): Block[] {
  const start = ({ slot }: Block) => slot?.start ?? '';
  return blocks
    .filter(({ hangsOn, purpose, state }) => hangsOn === meeting && purpose === 'work' && state !== 'cancelled')
    .sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : a.key < b.key ? -1 : 1));
}
