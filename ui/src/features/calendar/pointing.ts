/** What a button that goes down on the calendar takes hold of. The views have no listener of their own: one on each
 * root reads the handles (`data-key`, `data-ends`, `data-tail`) of what is under the pointer. */
import type { Block } from '../../ipc/bindings.gen';
import type { Grip } from '../../intents/reschedule';
import { hand } from './moving.svelte';

/** Height (or width) of a block's end that resizes it, in pixels; a third of a small block at the most. */
const END = 7;

/** Begins a press on what is under the pointer, if it is anything of ours. */
export function pressOn(event: PointerEvent, blocks: Block[]): void {
  const target = event.target as Element;
  const element = target.closest<HTMLElement>('[data-key]');
  if (element) {
    const block = blocks.find(({ key }) => key === element.dataset.key);
    if (block) hand.press(event, block, target.closest('[data-tail]') ? 'tail' : gripAt(element, event));
  } else if (!target.closest('button, a, input, [data-scroller="bar"]') && target.closest('[data-draw]')) {
    hand.press(event, null, 'create');
  }
}

/** Which part of a block is held. `data-ends` says which ends can be pulled, and in which direction they lie. */
export function gripAt(element: HTMLElement, { clientX, clientY }: PointerEvent): Grip {
  const { ends = '', along = 'y' } = element.dataset;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [at, length] = along === 'x' ? [clientX - left, width] : [clientY - top, height];
  const reach = Math.min(END, length / 3);
  if (ends.includes('start') && at < reach) return 'start';
  if (ends.includes('end') && at >= length - reach) return 'end';
  return 'move';
}
