import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Ghost, Silence } from '../../../ipc/bindings.gen';
import { DAY, addDays, dayNumber, minutesOf, wallOf } from '../../../intents/wall';
import { firstPlace, gapsOf, heightAt, HEIGHT, laidOut, placesOf, RADIUS, stopsOf, walked, type Stop } from './trail';

const NOW = '2026-11-24T09:12';
const HERE = minutesOf(NOW);

const block = (key: string, start: string | null, part: Partial<Block> = {}) =>
  ({ key, kind: 'video', state: 'held', slot: start && { start }, ...part }) as Block;
const ghost = (on: string, step: number | null = 0): Ghost => ({
  step,
  kind: 'video',
  aim: 'Conclure',
  on,
  minutes: 60,
});

function trail(past: Block[], coming: Block[] = [], ghosts: Ghost[] = []): Stop[] {
  return stopsOf({ past, coming, path: { ghosts } as never }, NOW);
}

const keys = (stops: Stop[]) => stops.map(({ key }) => key);

/** Any path: minutes before and after now, and days to come. */
const anyPath = fc
  .record({
    past: fc.array(fc.integer({ min: 1, max: 3000 * DAY }), { maxLength: 400 }),
    coming: fc.array(fc.integer({ min: 1, max: 90 * DAY }), { maxLength: 30 }),
    ghosts: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
  })
  .map(({ past, coming, ghosts }) =>
    trail(
      past.sort((a, b) => a - b).map((ago, n) => block(`p${n}`, wallOf(HERE - ago))),
      coming.sort((a, b) => a - b).map((later, n) => block(`c${n}`, wallOf(HERE + later), { state: 'planned' })),
      ghosts.sort((a, b) => a - b).map((days, n) => ghost(addDays('2026-11-24', days), n)),
    ),
  );

describe('what stands on the trail', () => {
  it('is in the order of time, with today between what was and what is to come', () => {
    const past = [block('b', '2026-11-20T10:00'), block('a', '2026-10-02T10:00')];
    const coming = [block('c', '2026-11-26T13:00'), block('tray', null)];
    const all = trail(past, coming, [ghost('2026-11-26'), ghost('2026-11-24', null)]);
    expect(keys(all)).toEqual(['a', 'b', 'today', 'clock-video', 'c', 'tray', 'step-0']);
  });

  it('says the year where the trail crosses into another one', () => {
    const all = trail([block('b', '2026-01-05T10:00'), block('a', '2024-12-31T10:00')], [], [ghost('2027-01-10')]);
    expect(keys(all)).toEqual(['a', 'year-2026', 'b', 'today', 'year-2027', 'step-0']);
  });

  it('is only today when nothing is known', () => {
    expect(keys(trail([]))).toEqual(['today']);
    expect(firstPlace(trail([]))).toBeNull();
  });

  it('never runs backwards, whatever happened', () => {
    fc.assert(fc.property(anyPath, (stops) => stops.every((stop, n) => n === 0 || stops[n - 1].at <= stop.at)));
  });
});

describe('where it stands', () => {
  /** Half of what is drawn of each: its glyph, or its words. */
  const half = { touchpoint: RADIUS + 4, suggested: 68, today: 32, year: 18 };

  it('leaves each its room, whatever happened and however wide the window', () => {
    fc.assert(
      fc.property(anyPath, fc.integer({ min: 200, max: 3000 }), (stops, room) => {
        const { xs, width } = laidOut(stops, room);
        const apart = xs.every((x, n) => n === 0 || x - xs[n - 1] >= half[stops[n].type] + half[stops[n - 1].type]);
        const inside = xs.every((x, n) => x >= half[stops[n].type] && x <= width - half[stops[n].type]);
        return apart && inside && width >= room;
      }),
    );
  });

  it('gives a longer time more room, and years no more than a few steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (one, other) => {
        const from = HERE - (one + other) * DAY;
        const past = [block('b', wallOf(from + one * DAY)), block('a', wallOf(from))];
        const stops = trail(past).filter(({ type }) => type !== 'year');
        const { xs } = laidOut(stops, 200);
        const [first, second] = [xs[1] - xs[0], xs[2] - xs[1]];
        // The last stop is today, whose words take 5 points more than a mark's.
        return (one <= other ? first <= second : second - 5 <= first) && Math.max(first, second) < 340;
      }),
    );
  });

  it('fills the window with three touchpoints of a week, and stands in its middle', () => {
    const past = [block('b', '2026-11-20T10:00'), block('a', '2026-11-17T10:00')];
    const { xs, width } = laidOut(trail(past, [block('c', '2026-11-26T13:00')]), 900);
    expect(width).toBe(900);
    expect(xs.at(-1)! - xs[0], 'most of the room is used').toBeGreaterThan(600);
    expect(xs[0] - (900 - xs.at(-1)!), 'as much on either side').toBeCloseTo(0, 6);
  });

  it('goes beyond the window with four hundred, and stays within a scroll', () => {
    const past = Array.from({ length: 400 }, (_, n) => block(`p${n}`, wallOf(HERE - (n + 1) * 9 * DAY)));
    const { width } = laidOut(trail(past), 1000);
    expect(width / 400, 'a few steps each').toBeLessThan(160);
    expect(width).toBeGreaterThan(400 * 2 * RADIUS);
  });

  it('keeps the road and its glyphs between the words above and those beneath', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (x) => {
        const y = heightAt(x);
        return y - RADIUS > 34 && y + RADIUS < HEIGHT - 38;
      }),
    );
  });
});

describe('a silence', () => {
  const silence = (from: string, until: string): Silence => ({
    from,
    until,
    days: dayNumber(until) - dayNumber(from),
    most: 45,
  });

  it('lies from the last time one met to the next, whatever was missed between', () => {
    const past = [
      block('c', '2026-11-20T10:00'),
      block('missed', '2026-09-01T10:00', { state: 'missed' }),
      block('a', '2026-07-02T10:00'),
    ];
    const stops = trail(past);
    const { xs } = laidOut(stops, 900);
    const [gap] = gapsOf([silence('2026-07-02', '2026-11-20')], stops, xs);
    expect([gap.from, gap.until, gap.before]).toEqual([xs[0], xs[2], 'c']);
  });

  it('that goes on lasts until today', () => {
    const stops = trail([block('a', '2026-07-02T10:00')]);
    const { xs } = laidOut(stops, 900);
    expect(gapsOf([silence('2026-07-02', '2026-11-24')], stops, xs)[0]).toMatchObject({
      until: xs[1],
      before: 'today',
    });
  });
});

describe('the keyboard on the trail', () => {
  const stops = trail(
    [block('b', '2026-11-20T10:00'), block('a', '2025-10-02T10:00')],
    [block('c', '2026-11-26T13:00')],
    [ghost('2027-01-10')],
  );

  it('begins at what comes next, or at the last that was', () => {
    expect(firstPlace(stops)).toBe('c');
    expect(firstPlace(trail([block('b', '2026-11-20T10:00'), block('a', '2025-10-02T10:00')]))).toBe('b');
  });

  it('walks from one to the next, over today and the years, and stops at either end', () => {
    const walk = ['a'];
    for (let to = walked(stops, 'a', 'ArrowRight'); to; to = walked(stops, to, 'ArrowRight')) walk.push(to);
    expect(walk).toEqual(['a', 'b', 'c', 'step-0']);
    expect(walked(stops, 'a', 'ArrowLeft')).toBeNull();
    expect([walked(stops, 'b', 'Home'), walked(stops, 'b', 'End')]).toEqual(['a', 'step-0']);
    expect(walked(stops, 'b', 'x'), 'other keys are not its').toBeNull();
  });

  it('reaches everything, and comes back the same way', () => {
    fc.assert(
      fc.property(anyPath, (all) =>
        placesOf(all).every(({ key }, n, places) => {
          const next = walked(all, key, 'ArrowRight');
          return n + 1 === places.length ? next === null : next !== null && walked(all, next, 'ArrowLeft') === key;
        }),
      ),
      { numRuns: 30 },
    );
  });
});
