/** How a refused ghost resists the hand: it stays a little behind each step, and catches up. Pure. */
import type { Point } from './grid';

/** How much of a step it stays behind. */
const SHARE = 0.4;
/** And the most it does, in pixels: it always stands in its slot. */
const MOST = 14;
/** How long it takes to catch up, in milliseconds. */
export const CATCH_UP_MS = 200;

/** How far behind it is right after a step from one place to another. */
export function lag(from: Point, to: Point): Point {
  const x = (from.x - to.x) * SHARE;
  const y = (from.y - to.y) * SHARE;
  const far = Math.hypot(x, y);
  const held = far > MOST ? MOST / far : 1;
  return { x: x * held, y: y * held };
}
