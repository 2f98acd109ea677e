/** Draws what was dropped where it was dropped, until the core has answered. Pure. */
import type { Block, BlockSlot } from '../../ipc/bindings.gen';
import { spanOf } from '../../intents/reschedule';
import type { Settling } from '../../state/pending.svelte';

/** A block as it would stand at the place it was dropped. */
export function settledBlock({ block, target, copy }: Settling): Block {
  const span = spanOf(target);
  const slot: BlockSlot | null = span && {
    ...span,
    // The instants are the core's to say; until it does, the wall time stands for them.
    startAt: span.start,
    endAt: span.end,
    zone: block.slot?.zone ?? null,
    there: null,
  };
  const minutes = target.type === 'timed' ? target.minutes : block.minutes;
  return { ...block, slot, minutes, key: copy ? `${block.key}+` : block.key };
}

/** Blocks as they are shown: what is settling in its new place, the rest untouched. */
export function withSettling(blocks: Block[], settling: Settling[]): Block[] {
  if (settling.length === 0) return blocks;
  const leaving = new Set(settling.filter(({ copy }) => !copy).map(({ block }) => block.key));
  return [...blocks.filter(({ key }) => !leaving.has(key)), ...settling.map(settledBlock)];
}
