/** The thread from a block's tail to where it is pulled: one path, written straight to its element on each frame. */
import type { Point, Rect } from './grid';

export class ThreadElement {
  constructor(private readonly path: SVGPathElement) {}

  /** Draws it from the tail to a ghost. */
  draw(from: Point, to: Rect): void {
    this.path.setAttribute('d', pathOf(from, to));
  }

  /** Nothing is pulled any more. */
  clear(): void {
    this.path.removeAttribute('d');
  }
}

/** From a point to the side of a rectangle that is nearest to it, level at both ends. Pure. */
export function pathOf(from: Point, to: Rect): string {
  const right = to.left + to.width / 2 >= from.x;
  const end = { x: Math.round(right ? to.left : to.left + to.width), y: Math.round(to.top + to.height / 2) };
  const start = { x: Math.round(from.x), y: Math.round(from.y) };
  const bend = Math.max(24, Math.round(Math.abs(end.x - start.x) / 2)) * (right ? 1 : -1);
  return `M ${start.x} ${start.y} C ${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
}
