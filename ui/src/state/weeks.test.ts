import { describe, expect, it } from 'vitest';
import type { Block, CalendarDays } from '../ipc/bindings.gen';
import { anyDay, block, wholeDays } from '../intents/sample';
import { addDays } from '../intents/wall';
import { Weeks, openingOf, touches, wholeWeeks } from './weeks';

const day = (date: string) => anyDay(date, [540, 1080]);
const read = (from: string, until: string, blocks: Block[]): CalendarDays => ({
  blocks,
  days: Array.from({ length: 14 }, (_, n) => addDays(from, n))
    .filter((date) => date < until)
    .map(day),
  revision: 1,
});
const a = block('a', '2026-11-24T10:00', '2026-11-24T11:00');
const fair = wholeDays('fair', '2026-11-28', '2026-12-02');

function twoWeeks(): Weeks {
  const weeks = new Weeks();
  weeks.keep(read('2026-11-23', '2026-12-07', [a, fair]), '2026-11-23', '2026-12-07');
  return weeks;
}

const keys = (days: { blocks: Block[] } | null) => days?.blocks.map(({ key }) => key);

describe('weeks that were read', () => {
  it('answer for any days in them, and say when some were not read', () => {
    const weeks = twoWeeks();
    expect(keys(weeks.get('2026-11-24', '2026-11-25'))).toEqual(['a']);
    expect(keys(weeks.get('2026-11-23', '2026-12-07')), 'what stands in two weeks is there once').toEqual([
      'a',
      'fair',
    ]);
    expect(weeks.get('2026-11-23', '2026-11-28')?.days).toHaveLength(5);
    expect(weeks.get('2026-11-16', '2026-11-28')).toBeNull();
  });

  it('take a block from where it stood and put it where it stands', () => {
    const weeks = twoWeeks();
    weeks.put(block('a', '2026-12-03T10:00', '2026-12-03T11:00'), 'a');
    expect(keys(weeks.get('2026-11-23', '2026-11-28'))).toEqual([]);
    expect(keys(weeks.get('2026-11-30', '2026-12-05'))).toEqual(['fair', 'a']);
    weeks.put(block('other', '2026-12-03T09:00', '2026-12-03T10:00'), 'a');
    expect(keys(weeks.get('2026-11-30', '2026-12-05')), 'an occurrence that became itself has another key').toEqual([
      'fair',
      'other',
    ]);
    weeks.drop('other');
    expect(keys(weeks.get('2026-11-30', '2026-12-05'))).toEqual(['fair']);
  });

  it('are forgotten when something was written, and the oldest when there are many', () => {
    const weeks = twoWeeks();
    weeks.clear();
    expect(weeks.get('2026-11-24', '2026-11-25')).toBeNull();
    for (let n = 0; n < 60; n += 1) {
      const monday = addDays('2027-01-04', n * 7);
      weeks.keep(read(monday, addDays(monday, 7), []), monday, addDays(monday, 7));
    }
    expect(weeks.get('2027-01-04', '2027-01-05'), 'the first of sixty').toBeNull();
    expect(weeks.get(addDays('2027-01-04', 59 * 7), addDays('2027-01-04', 59 * 7 + 1))).not.toBeNull();
  });

  it('are whole weeks around a range', () => {
    expect(wholeWeeks('2026-11-24', '2026-11-25')).toEqual({ from: '2026-11-23', until: '2026-11-30' });
    expect(wholeWeeks('2026-11-23', '2026-11-30')).toEqual({ from: '2026-11-23', until: '2026-11-30' });
  });
});

describe('whether a block touches days', () => {
  it('counts its first minute in and its last out', () => {
    expect(touches(fair, '2026-12-01', '2026-12-02')).toBe(true);
    expect(touches(fair, '2026-12-02', '2026-12-03')).toBe(false);
    expect(touches(block('waiting'), '2026-11-23', '2026-11-30')).toBe(false);
    const moment = block('moment', '2026-11-24T00:00', '2026-11-24T00:00');
    expect(touches(moment, '2026-11-24', '2026-11-25'), 'what takes no time stands where it begins').toBe(true);
    expect(touches(moment, '2026-11-23', '2026-11-24')).toBe(false);
  });
});

describe('the hour a day opens', () => {
  it('is its own, or that of a day near, or nine', () => {
    const days = [anyDay('2026-11-28', null), day('2026-11-27')];
    expect(openingOf([{ ...day('2026-11-27'), hours: [480, 1080] }], '2026-11-27')).toBe(480);
    expect(openingOf(days, '2026-11-28')).toBe(540);
    expect(openingOf([], '2026-11-28')).toBe(540);
  });
});
