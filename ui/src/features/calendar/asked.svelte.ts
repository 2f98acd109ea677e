/** The block whose menu was asked for, and where. */
import type { Block } from '../../ipc/bindings.gen';
import { pending } from '../../state/pending.svelte';

class Asked {
  block = $state.raw<Block | null>(null);
  at = $state.raw<DOMRect | null>(null);

  /** Opens the menu of a block where the right button went down. */
  open(event: MouseEvent, block: Block): void {
    event.preventDefault();
    this.show(block, new DOMRect(event.clientX, event.clientY, 0, 0));
  }

  /** Opens it by the menu key, or `Maj+F10`: under the block. */
  openUnder(element: Element, block: Block): void {
    this.show(block, element.getBoundingClientRect());
  }

  private show(block: Block, at: DOMRect): void {
    if (pending.hand) return;
    this.at = at;
    this.block = block;
  }

  close(): void {
    this.block = null;
  }
}

export const asked = new Asked();
