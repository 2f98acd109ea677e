import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import { addDays } from '../../intents/wall';
import { barsOf, pack } from './lanes';

const WEEK = Array.from({ length: 7 }, (_, n) => addDays('2026-11-23', n));
const fairs = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 10 }), fc.integer({ min: 1, max: 9 })), { maxLength: 20 })
  .map((spans) =>
    spans.map(([first, days], n) => wholeDays(`f${n}`, addDays(WEEK[0], first), addDays(WEEK[0], first + days))),
  );

describe('bars over days', () => {
  it('never cover each other, and every one that touches the days is shown or counted', () => {
    fc.assert(
      fc.property(fairs, fc.integer({ min: 1, max: 6 }), (blocks, room) => {
        const bars = barsOf(blocks, WEEK, false);
        const { shown, hidden, rows } = pack(bars, 7, room);
        for (const a of shown) {
          expect(a.row < room).toBe(true);
          for (const b of shown) {
            if (a !== b && a.row === b.row) expect(a.last < b.first || b.last < a.first).toBe(true);
          }
        }
        for (let day = 0; day < 7; day += 1) {
          const over = (bar: { first: number; last: number }) => bar.first <= day && bar.last >= day;
          expect(shown.filter(over).length + hidden[day]).toBe(bars.filter(over).length);
          if (hidden[day] > 0)
            expect(
              shown.some((bar) => over(bar) && bar.row === room - 1),
              'the +n has its row',
            ).toBe(false);
        }
        expect(rows <= room).toBe(true);
      }),
    );
  });

  it('stand in the same rows whatever order they come in', () => {
    fc.assert(
      fc.property(fairs, (blocks) => {
        const rows = (list: typeof blocks) =>
          pack(barsOf(list, WEEK, false), 7, 4).shown.map(({ block: { key }, row }) => [key, row]);
        expect(rows([...blocks].reverse())).toEqual(rows(blocks));
      }),
    );
  });

  it('are cut at the days shown and say so', () => {
    const [bar] = barsOf([wholeDays('fair', '2026-11-20', '2026-12-05')], WEEK, false);
    expect(bar).toMatchObject({ first: 0, last: 6, continued: true, continues: true });
  });

  it('take in blocks with hours only for a month, on the day they begin', () => {
    const night = block('night', '2026-11-24T23:00', '2026-11-25T01:00');
    expect(barsOf([night], WEEK, false)).toEqual([]);
    expect(barsOf([night], WEEK, true)).toMatchObject([{ first: 1, last: 1 }]);
  });

  it('put whole days above hours in a month', () => {
    const { shown } = pack(
      barsOf(
        [block('a', '2026-11-24T08:00', '2026-11-24T09:00'), wholeDays('z', '2026-11-24', '2026-11-25')],
        WEEK,
        true,
      ),
      7,
      3,
    );
    expect(shown.map(({ block: { key } }) => key)).toEqual(['z', 'a']);
  });
});
