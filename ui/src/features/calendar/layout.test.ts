import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import { wallAt } from '../../intents/wall';
import { inLane, layOut, overlap, segmentsOf, type Placed } from './layout';

const DATE = '2026-11-26';
const at = (key: string, from: number, until: number) => block(key, wallAt(DATE, from), wallAt(DATE, until));

/** Days with up to 24 blocks, from none to much too many at once. */
const days = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 0, max: 40 })), { maxLength: 24 })
  .map((spans) => spans.map(([from, length], n) => at(`b${n}`, from * 5, (from + length) * 5)));

const seen = (placed: Placed[]) => placed.map(({ block: { key }, left, width }) => ({ key, left, width }));

describe('blocks that share a day', () => {
  it('never share any of its width where they overlap', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), (blocks, least) => {
        const placed = layOut(segmentsOf(blocks, DATE), least);
        for (const a of placed) {
          for (const b of placed) {
            if (a === b || !overlap(a, b, least)) continue;
            expect(a.left + a.width <= b.left + 1e-9 || b.left + b.width <= a.left + 1e-9).toBe(true);
          }
        }
      }),
    );
  });

  it('all stay in the column, with some width each, and none is lost', () => {
    fc.assert(
      fc.property(days, (blocks) => {
        const placed = layOut(segmentsOf(blocks, DATE), 15);
        expect(placed.map(({ block: { key } }) => key).sort()).toEqual(blocks.map(({ key }) => key).sort());
        for (const { left, width } of placed) {
          expect(left >= 0 && width > 0 && left + width <= 1 + 1e-9).toBe(true);
        }
      }),
    );
  });

  it('stand at the same places whatever order they come in', () => {
    fc.assert(
      fc.property(
        days.chain((blocks) =>
          fc.tuple(
            fc.constant(blocks),
            fc.shuffledSubarray(blocks, { minLength: blocks.length, maxLength: blocks.length }),
          ),
        ),
        ([blocks, shuffled]) => {
          expect(seen(layOut(segmentsOf(shuffled, DATE), 15))).toEqual(seen(layOut(segmentsOf(blocks, DATE), 15)));
        },
      ),
    );
  });

  it('stand side by side, and widen into what is free', () => {
    const placed = layOut(
      segmentsOf([at('a', 540, 660), at('b', 540, 600), at('c', 570, 600), at('d', 615, 660)], DATE),
      15,
    );
    const share = Object.fromEntries(placed.map(({ block: { key }, left, width }) => [key, [left, width]]));
    expect(share.a).toEqual([0, 1 / 3]);
    expect(share.c).toEqual([2 / 3, 1 / 3]);
    expect(share.d, 'nobody beside it any more').toEqual([1 / 3, 2 / 3]);
  });

  it('stand under each other at full width when one ends as the next begins', () => {
    const placed = layOut(segmentsOf([at('a', 540, 555), at('b', 555, 570)], DATE), 15);
    expect(placed.every(({ width }) => width === 1)).toBe(true);
  });

  it('count as tall as they are drawn', () => {
    const placed = layOut(segmentsOf([at('a', 540, 545), at('b', 550, 600)], DATE), 15);
    expect(
      placed.every(({ width }) => width < 1),
      '5 minutes are drawn as 15',
    ).toBe(true);
  });

  it('share one lane, what was called off as the edge of the air it left', () => {
    const off = { ...at('off', 540, 600), state: 'cancelled' as const };
    const air = { ...at('air', 540, 600), purpose: 'freed' as const };
    const alone = layOut(segmentsOf([off, air], DATE), 15);
    expect(alone.map(({ block: { key }, left, width, part }) => [key, left, width, part])).toEqual([
      ['off', 0, 1, 'edge'],
      ['air', 0, 1, 'beside'],
    ]);
    const three = layOut(segmentsOf([off, air, at('other', 570, 630)], DATE), 15);
    expect(three.map(({ block: { key }, left, width }) => [key, left, width])).toEqual([
      ['off', 0, 0.5],
      ['air', 0, 0.5],
      ['other', 0.5, 0.5],
    ]);
  });

  it('have a lane each when the air is of another span, is another’s, or nothing was called off', () => {
    const off = (key: string) => ({ ...at(key, 540, 600), state: 'cancelled' as const });
    const air = (until: number) => ({ ...at('air', 540, until), purpose: 'freed' as const });
    const parts = (blocks: Parameters<typeof segmentsOf>[0]) =>
      layOut(segmentsOf(blocks, DATE), 15).map(({ width, part }) => [width, part]);
    const lanes = [
      [0.5, undefined],
      [0.5, undefined],
    ];
    expect(parts([off('off'), air(585)])).toEqual(lanes);
    expect(parts([at('on', 540, 600), air(600)])).toEqual(lanes);
    expect(parts([off('a'), off('b'), air(600)]), 'one for each').toEqual([
      [0.5, 'edge'],
      [0.5, 'beside'],
      [0.5, undefined],
    ]);
  });

  it('are cut at midnight', () => {
    const night = block('night', '2026-11-26T23:00', '2026-11-27T01:00');
    expect(segmentsOf([night], '2026-11-26')).toMatchObject([
      { from: 1380, until: 1440, continues: true, continued: false },
    ]);
    expect(segmentsOf([night], '2026-11-27')).toMatchObject([
      { from: 0, until: 60, continues: false, continued: true },
    ]);
    expect(segmentsOf([night], '2026-11-28')).toEqual([]);
    const till = block('till', '2026-11-26T22:00', '2026-11-27T00:00');
    expect(segmentsOf([till], '2026-11-27'), 'an end at midnight is no part of the next day').toEqual([]);
  });

  it('go to the lane when they last a day or more', () => {
    expect(inLane(block('long', '2026-11-26T10:00', '2026-11-27T10:00'))).toBe(true);
    expect(inLane(wholeDays('fair', '2026-11-26', '2026-11-27'))).toBe(true);
    expect(inLane(block('night', '2026-11-26T10:00', '2026-11-27T09:59'))).toBe(false);
  });

  it('keep some height when the clocks go back over them', () => {
    const odd = block('odd', '2026-10-25T02:30', '2026-10-25T02:15');
    expect(segmentsOf([odd], '2026-10-25'), 'an hour long, though it ends before it starts on the wall').toMatchObject([
      { from: 150, until: 151 },
    ]);
  });
});
