import { expect, it } from 'vitest';
import { block } from '../../intents/sample';
import type { Placed } from './layout';
import { spanOf, widthIn } from './span';

const placed = (part?: Placed['part']): Placed => ({
  ...{ block: block('b'), from: 540, until: 600, continued: false, continues: false },
  ...{ left: 0.5, width: 0.5, sharers: 2, part },
});

it('the air begins where the edge ends, and ends where it would without', () => {
  const whole = spanOf(placed());
  const edge = spanOf(placed('edge'));
  const beside = spanOf(placed('beside'));
  expect(edge).toEqual({ left: whole.left, width: 'min(1.5rem, 25%)' });
  expect(beside.left).toBe(whole.left.replace(')', ' + min(1.5rem, 25%) + 1px)'));
  expect(beside.width).toBe(whole.width.replace(/\)$/, ' - (min(1.5rem, 25%) + 1px))'));
});

it('the edge and what stands beside it are as wide as one lane', () => {
  const all = [placed(), placed('edge'), placed('beside')].map((it) => widthIn(200, it, 1));
  expect(all).toEqual([100, 24, 76]);
  expect(widthIn(60, placed('edge'), 1), 'half of a lane at the most').toBe(15);
});
