import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  dateOf,
  dayNumber,
  daysBetween,
  minutesOf,
  mondayOf,
  wallAt,
  wallOf,
  weekNumber,
  weekday,
} from './wall';

describe('wall time', () => {
  it('adds days across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1), 'a year turns').toBe('2027-01-01');
    expect(addDays('2028-02-28', 1), '2028 is a leap year').toBe('2028-02-29');
    expect(addDays('2026-03-01', -1), '2026 is not').toBe('2026-02-28');
  });

  it('keeps a day 24 hours long on the wall when the clocks change', () => {
    expect(addMinutes('2026-03-28T10:00', 1440), 'Paris goes forward in that night').toBe('2026-03-29T10:00');
    expect(addMinutes('2026-10-24T10:00', 1440), 'and back in this one').toBe('2026-10-25T10:00');
    expect(addMinutes('2026-03-29T01:45', 30), 'even through the hour that is skipped').toBe('2026-03-29T02:15');
  });

  it('numbers weeks as ISO 8601 does', () => {
    expect(weekNumber('2026-11-24')).toBe(48);
    expect(weekNumber('2026-12-31'), '2026 has 53 weeks').toBe(53);
    expect(weekNumber('2027-01-01'), 'the week belongs to the year of its Thursday').toBe(53);
    expect(weekNumber('2027-01-04')).toBe(1);
    expect(weekNumber('2024-12-30'), 'and a week can belong to the year after').toBe(1);
  });

  it('begins weeks on Monday', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('1969-12-31'), 'before the epoch too').toBe('1969-12-29');
  });

  it('stays in the month when the next one is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('reads a minute of a day that lies outside it', () => {
    expect(wallAt('2026-11-26', -15)).toBe('2026-11-25T23:45');
    expect(wallAt('2026-11-26', 1440)).toBe('2026-11-27T00:00');
  });

  it('comes back the same from numbers', () => {
    fc.assert(fc.property(fc.integer({ min: -40_000, max: 90_000 }), (n) => dayNumber(dateOf(n)) === n));
    fc.assert(fc.property(fc.integer({ min: -40_000_000, max: 90_000_000 }), (n) => minutesOf(wallOf(n)) === n));
    fc.assert(
      fc.property(
        fc.integer({ min: -9000, max: 50_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (n, by) => daysBetween(dateOf(n), addDays(dateOf(n), by)) === by,
      ),
    );
  });
});
