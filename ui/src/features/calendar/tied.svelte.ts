/** What is marked because it belongs to the block under the pointer, or else to the one that has the focus. */
import type { Block } from '../../ipc/bindings.gen';
import { NONE, tiedTo } from './ties';

class Tied {
  keys = $state.raw(NONE);
  private over = $state<string | null>(null);
  private focused = $state<string | null>(null);

  /** The pointer is over a block or none; asked at the edges of elements, not as it moves. */
  hover(target: EventTarget | null): void {
    this.over = keyOf(target);
  }

  /** A block has the focus, or something else has. */
  focus(target: EventTarget | null): void {
    this.focused = keyOf(target);
  }

  /** Marks them among the blocks that are drawn. */
  mark(blocks: Block[]): void {
    this.keys = tiedTo(blocks, this.over ?? this.focused);
  }

  /** Nothing is drawn any more. */
  clear(): void {
    this.over = this.focused = null;
    this.keys = NONE;
  }
}

function keyOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null) : null;
}

export const tied = new Tied();
