import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import { wallAt } from '../../intents/wall';
import { leftOf, lineOf, placeOf, wholeDay } from './dayLine';

const DATE = '2026-11-24';
const WORK: [number, number] = [540, 1080];
const NOW = `${DATE}T09:12`;

const at = (key: string, from: string, until: string, more = {}) =>
  block(key, `${DATE}T${from}`, `${DATE}T${until}`, more);

describe('the line of a day', () => {
  it('goes from the first hour of work to the last, and further for what stands outside', () => {
    const line = lineOf([at('early', '07:30', '08:00'), at('b', '10:00', '11:00')], DATE, WORK, NOW);
    expect([line.from, line.until]).toEqual([420, 1080]);
    expect(line.hours).toEqual([420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080]);
  });

  it('goes out of its way to show where one is now, but not far', () => {
    expect(lineOf([], DATE, WORK, `${DATE}T07:40`).from, 'before work').toBe(420);
    expect(lineOf([], DATE, WORK, `${DATE}T19:10`).until, 'after it').toBe(1200);
    expect(lineOf([], DATE, WORK, `${DATE}T02:00`).from, 'nights are nights').toBe(540);
  });

  it('says what is free of the working hours, pauses aside', () => {
    const line = lineOf(
      [at('a', '09:30', '10:30'), at('b', '10:45', '11:30'), at('c', '14:00', '14:30')],
      DATE,
      WORK,
      NOW,
    );
    expect(line.free).toEqual([
      { from: 540, until: 570 },
      { from: 690, until: 840 },
      { from: 870, until: 1080 },
    ]);
  });

  it('is free where something was called off, or leaves the time free', () => {
    const off = [at('a', '10:00', '11:00', { state: 'cancelled' }), at('b', '12:00', '13:00', { transparent: true })];
    expect(lineOf(off, DATE, WORK, NOW).free).toEqual([{ from: 540, until: 1080 }]);
  });

  it('calls nothing free on a day off', () => {
    expect(lineOf([at('a', '10:00', '11:00')], DATE, null, NOW).free).toEqual([]);
  });

  it('leaves whole days, and what goes right through it, aside', () => {
    const through = block('through', '2026-11-23T10:00', '2026-11-25T10:00');
    const fair = wholeDays('fair', DATE, '2026-11-26');
    expect(lineOf([through, fair], DATE, WORK, NOW).pieces).toEqual([]);
    expect(wholeDay([through, fair, at('a', '10:00', '11:00')], DATE).map(({ key }) => key)).toEqual([
      'through',
      'fair',
    ]);
  });

  it('cuts what began yesterday or ends tomorrow', () => {
    const line = lineOf([block('night', '2026-11-23T22:00', `${DATE}T06:00`)], DATE, WORK, NOW);
    expect(line.pieces[0]).toMatchObject({ from: 0, until: 360 });
  });
});

describe('whatever the day', () => {
  const blocks = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1430 }), fc.integer({ min: 0, max: 300 })), { maxLength: 12 })
    .map((all) => all.map(([from, length], n) => block(`b${n}`, wallAt(DATE, from), wallAt(DATE, from + length))));
  const hours = fc.constantFrom<[number, number] | null>(WORK, [0, 1440], [480, 720], null);
  const minute = fc.integer({ min: 0, max: 1439 });

  it('everything on the line is on it, and two at once never share a row', () => {
    fc.assert(
      fc.property(blocks, hours, minute, (all, work, now) => {
        const line = lineOf(all, DATE, work, wallAt(DATE, now));
        for (const { from, until } of [...line.pieces, ...line.free]) {
          expect(placeOf(line, from)).not.toBeNull();
          expect(placeOf(line, until)).not.toBeNull();
          expect(from).toBeLessThanOrEqual(until);
        }
        for (const a of line.pieces) {
          for (const b of line.pieces) {
            const together = a !== b && a.lane === b.lane && a.from < b.until && b.from < a.until;
            expect(together, `${a.block.key} and ${b.block.key}`).toBe(false);
          }
        }
      }),
    );
  });

  it('nothing takes place in what is free', () => {
    fc.assert(
      fc.property(blocks, minute, (all, now) => {
        const line = lineOf(all, DATE, WORK, wallAt(DATE, now));
        for (const stretch of line.free) {
          expect(stretch.until - stretch.from).toBeGreaterThanOrEqual(30);
          for (const piece of line.pieces) {
            expect(piece.from < stretch.until && stretch.from < piece.until, 'they overlap').toBe(false);
          }
        }
      }),
    );
  });
});

describe('a free stretch', () => {
  it('is what is left of it now, until too little is', () => {
    const stretch = { from: 690, until: 840 };
    expect(leftOf(stretch, 600)).toEqual(stretch);
    expect(leftOf(stretch, 720)).toEqual({ from: 720, until: 840 });
    expect(leftOf(stretch, 811)).toBeNull();
    expect(leftOf(stretch, 900)).toBeNull();
  });
});
