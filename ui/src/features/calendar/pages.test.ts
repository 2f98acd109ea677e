import { describe, expect, it } from 'vitest';
import { datesIn, pageOf, turned, viewFor } from './pages';

describe('pages of the calendar', () => {
  it('hold the date they were asked for', () => {
    expect(pageOf('day', '2026-11-24')).toEqual({ from: '2026-11-24', until: '2026-11-25' });
    expect(pageOf('workWeek', '2026-11-29')).toEqual({ from: '2026-11-23', until: '2026-11-28' });
    expect(pageOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', until: '2026-11-30' });
    expect(pageOf('month', '2026-11-24'), 'whole weeks').toEqual({ from: '2026-10-26', until: '2026-12-07' });
    expect(pageOf('month', '2027-02-10'), 'four of them when that is enough').toEqual({
      from: '2027-02-01',
      until: '2027-03-01',
    });
    expect(pageOf('agenda', '2026-11-24', 1)).toEqual({ from: '2026-11-24', until: '2027-01-19' });
  });

  it('turn by what they show', () => {
    expect(turned('day', '2026-12-31', 1)).toBe('2027-01-01');
    expect(turned('workWeek', '2026-11-24', -1)).toBe('2026-11-17');
    expect(turned('month', '2026-01-31', 1)).toBe('2026-02-28');
    expect(turned('agenda', '2026-11-26', 1)).toBe('2026-11-30');
  });

  it('show a weekend in the whole week', () => {
    expect(viewFor('workWeek', '2026-11-28')).toBe('week');
    expect(viewFor('workWeek', '2026-11-27')).toBe('workWeek');
    expect(viewFor('month', '2026-11-28')).toBe('month');
  });

  it('name their days', () => {
    expect(datesIn('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  });
});
