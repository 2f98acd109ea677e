import { describe, expect, it } from 'vitest';
import { endingOn, leaveOn, portioned, portionOf, startingOn } from './leave';

describe('a leave', () => {
  const week = { first: '2026-12-21', last: '2026-12-24', fromNoon: true, untilNoon: true };

  it('pushes its other end along', () => {
    expect(startingOn(leaveOn('2026-12-21'), '2026-12-28').last).toBe('2026-12-28');
    expect(endingOn(leaveOn('2026-12-21'), '2026-12-18').first).toBe('2026-12-18');
  });

  it('of one day is all of it, its morning or its afternoon', () => {
    for (const portion of ['day', 'morning', 'afternoon'] as const)
      expect(portionOf(portioned(leaveOn('2026-12-21'), portion))).toBe(portion);
  });

  it('never comes to nothing when it shrinks to a day', () => {
    expect(endingOn(week, '2026-12-21')).toEqual(leaveOn('2026-12-21'));
    expect(startingOn(week, '2026-12-22')).toEqual({ ...week, first: '2026-12-22' });
  });
});
