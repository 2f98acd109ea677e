/** The block, or the slot where nothing stands, whose menu was asked for, and where. */
import type { Block, Target } from '../../ipc/bindings.gen';
import { pending } from '../../state/pending.svelte';

class Asked {
  block = $state.raw<Block | null>(null);
  spot = $state.raw<Target | null>(null);
  at = $state.raw<DOMRect | null>(null);

  /** Opens the menu of a block where the right button went down. */
  open(event: MouseEvent, block: Block): void {
    event.preventDefault();
    this.show(block, null, new DOMRect(event.clientX, event.clientY, 0, 0));
  }

  /** Opens it by the menu key, or `Maj+F10`: under the block. */
  openUnder(element: Element, block: Block): void {
    this.show(block, null, element.getBoundingClientRect());
  }

  /** Opens the menu of a slot where nothing stands. */
  openSpot(event: MouseEvent, spot: Target): void {
    event.preventDefault();
    this.show(null, spot, new DOMRect(event.clientX, event.clientY, 0, 0));
  }

  private show(block: Block | null, spot: Target | null, at: DOMRect): void {
    if (pending.hand) return;
    this.at = at;
    this.spot = spot;
    this.block = block;
  }

  close(): void {
    this.block = null;
    this.spot = null;
  }
}

export const asked = new Asked();
