/** What hangs on a meeting: the work for it, getting ready, the way there. Pure. */
import type { Block, Purpose } from '../../ipc/bindings.gen';
import type { Wall } from '../../intents/wall';

/** Days before a meeting that are read for what hangs on it. */
export const BEFORE = 91;

/** What can be laid before a meeting from its sheet, and for how long, in minutes. */
export const LENGTHS = { preparation: [15, 30, 60], travel: [30, 60, 90, 120] } as const;

const HANGS: Purpose[] = ['work', 'preparation', 'travel'];

/** What hangs on it, the earliest first; what was called off does not. */
export function aroundOf(blocks: Block[], meeting: string): Block[] {
  const start = ({ slot }: Block) => slot?.start ?? '';
  return blocks
    .filter(({ hangsOn, purpose, state }) => hangsOn === meeting && HANGS.includes(purpose) && state !== 'cancelled')
    .sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : a.key < b.key ? -1 : 1));
}

/** Whether time can be laid before it: one meets, once, at an hour that is still to come. */
export function canHang({ slot, purpose, state, repeats }: Block, wall: Wall): boolean {
  return slot !== null && !slot.allDay && slot.start > wall && purpose === 'meeting' && state === 'planned' && !repeats;
}
