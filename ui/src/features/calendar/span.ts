/** Where a block stands across its column, as styles. Pure. */
import { INSET } from './ghost';
import type { Placed } from './layout';

/** Width of what stands as an edge, in `rem`: a pointer still finds it, and its icon fits. */
const EDGE = 1.5;
const REM = 16;

/** Its left and its width. */
export function spanOf({ left, width, part }: Placed): { left: string; width: string } {
  const inset = left + width > 0.99 ? INSET.left + INSET.right : INSET.left + 1;
  const [from, all] = [`${left * 100}% + ${INSET.left}px`, `${width * 100}% - ${inset}px`];
  if (part === 'edge') return { left: `calc(${from})`, width: `min(${EDGE}rem, ${width * 50}%)` };
  if (part !== 'beside') return { left: `calc(${from})`, width: `calc(${all})` };
  const edge = `min(${EDGE}rem, ${width * 50}%) + 1px`;
  return { left: `calc(${from} + ${edge})`, width: `calc(${all} - (${edge}))` };
}

/** How wide that is, in a column of so many pixels; `unit` is the page's `rem` in pixels over 16. */
export function widthIn(column: number, { width, part }: Placed, unit: number): number {
  const edge = Math.min(EDGE * REM * unit, (column * width) / 2);
  return part === 'edge' ? edge : column * width - (part === 'beside' ? edge : 0);
}
