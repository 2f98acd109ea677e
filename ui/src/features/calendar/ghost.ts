/**
 * The ghost's place, written straight to one element: while a hand moves, nothing else on the page changes, so a frame
 * costs one transform.
 */
import type { Rect } from './grid';
import { CATCH_UP_MS, lag } from './stiffness';

/** Gap between a column's edge and what stands in it, in pixels; the same for blocks. */
export const INSET = { left: 2, right: 6, bottom: 2 };

/** Size of the ghost where it does not stand in a slot: over the tray, the mini-month, or beside the calendar. */
export const PILL = { width: 208, height: 44 };

/** Time a refused ghost takes to glide home, in milliseconds. */
const GLIDE_MS = 200;

export class GhostElement {
  /** Size of the label under it; told by who draws it, so that no frame has to ask the page for it. */
  label = { width: 0, height: 0 };

  private shown: Rect | null = null;

  constructor(private readonly element: HTMLElement) {}

  /** In a slot: as large as it. */
  stand(rect: Rect): void {
    this.put({
      left: rect.left + INSET.left,
      top: rect.top,
      width: Math.max(rect.width - INSET.left - INSET.right, 24),
      height: Math.max(rect.height - INSET.bottom, 8),
    });
  }

  /** In the hand. */
  follow(x: number, y: number): void {
    // Beside the pointer, and inside the window.
    const left = Math.max(Math.min(x + 14, innerWidth - PILL.width - 8), 8);
    const top = Math.max(Math.min(y + 10, innerHeight - PILL.height - 8), 8);
    this.put({ left, top, ...PILL });
  }

  /** Where it stands, for what opens beside it. */
  get rect(): Rect | null {
    return this.shown;
  }

  /** Back to where it came from, then it is done. */
  async glide(home: Rect | null): Promise<void> {
    const from = this.shown;
    if (!from || !home || isCalm()) return;
    const frames = [from, home].map((rect) => ({ transform: `translate3d(${rect.left}px, ${rect.top}px, 0)` }));
    await this.element
      .animate(frames, { duration: GLIDE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' })
      .finished.catch(() => undefined);
  }

  private put(rect: Rect): void {
    const { style, dataset } = this.element;
    const before = this.shown;
    this.shown = rect;
    if (before?.left !== rect.left || before.top !== rect.top) {
      if (before && dataset.level === 'refused') this.resist(before, rect);
      style.transform = `translate3d(${Math.round(rect.left)}px, ${Math.round(rect.top)}px, 0)`;
    }
    if (before?.width !== rect.width) style.width = `${Math.round(rect.width)}px`;
    if (before?.height !== rect.height) {
      style.height = `${Math.round(rect.height)}px`;
      dataset.size = rect.height < 22 ? 'slim' : rect.height < 36 ? 'line' : 'full';
    }
    this.turnLabel(rect);
  }

  /** Where it is refused it is stiff: it stays a little behind the hand, and catches up. */
  private resist(from: Rect, to: Rect): void {
    const body = this.element.firstElementChild;
    if (!body || isCalm()) return;
    const { x, y } = lag({ x: from.left, y: from.top }, { x: to.left, y: to.top });
    const frames = [{ translate: `${x}px ${y}px` }, { translate: '0 0' }];
    body.animate(frames, { duration: CATCH_UP_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' });
  }

  /** The label stands under the ghost; above it near the bottom of the window, and inwards near its right. */
  private turnLabel(rect: Rect): void {
    const { width, height } = this.label;
    this.mark('above', rect.top + rect.height + height + 14 > innerHeight);
    this.mark('inwards', rect.left + width + 12 > innerWidth);
  }

  /** Only what changes is written: what is written is looked through again. */
  private mark(name: 'above' | 'inwards', on: boolean): void {
    const { dataset } = this.element;
    if (dataset[name] !== String(on)) dataset[name] = String(on);
  }
}

function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
