/** The block whose menu was asked for, and where. */
import type { Block } from '../../ipc/bindings.gen';
import { pending } from '../../state/pending.svelte';

class Asked {
  block = $state.raw<Block | null>(null);
  at = $state.raw<DOMRect | null>(null);

  /** Opens the menu of a block where the pointer is; by keys, under the block. */
  open(event: MouseEvent, block: Block): void {
    event.preventDefault();
    if (pending.hand) return;
    const element = (event.target as Element).closest('[data-key]');
    // The menu key says no place, or the middle of the page.
    const byKeys = event.button !== 2;
    this.at = byKeys && element ? element.getBoundingClientRect() : new DOMRect(event.clientX, event.clientY, 0, 0);
    this.block = block;
  }

  close(): void {
    this.block = null;
  }
}

export const asked = new Asked();
