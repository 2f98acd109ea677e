/** What belongs together on the calendar: a meeting, and what hangs on it. Pure. */
import type { Block } from '../../ipc/bindings.gen';

/** No key; always the same one, so that nothing is drawn again for it. */
export const NONE: ReadonlySet<string> = new Set();

/** The keys of what a block is tied to: the meeting it hangs on, or what hangs on it. */
export function tiedTo(blocks: Block[], key: string | null): ReadonlySet<string> {
  const block = key === null ? undefined : blocks.find((one) => one.key === key);
  if (!block) return NONE;
  const { hangsOn, id } = block;
  const tied = blocks.filter((one) => one.key !== key && (hangsOn === null ? one.hangsOn === id : one.id === hangsOn));
  return tied.length === 0 ? NONE : new Set(tied.map((one) => one.key));
}
