import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dateOf, mondayOf } from '../intents/wall';
import {
  dayRange,
  fullDay,
  hour,
  longDay,
  monthYear,
  shortDay,
  weekdayLetter,
  weekdayLong,
  weekdayShort,
} from './dates';
import { speak } from './words.svelte';

const THURSDAY = '2026-11-26';

describe('in French', () => {
  it('days are written small, the day before the month', () => {
    speak('fr');
    expect(shortDay(THURSDAY)).toBe('jeu. 26 nov.');
    expect(longDay(THURSDAY)).toBe('jeudi 26 novembre');
    expect(fullDay(THURSDAY)).toBe('jeudi 26 novembre 2026');
    expect(monthYear(THURSDAY)).toBe('novembre 2026');
    expect(weekdayShort(THURSDAY)).toBe('jeu.');
    expect(weekdayLong(THURSDAY)).toBe('jeudi');
    expect(weekdayLetter(THURSDAY)).toBe('J');
  });

  it('the first of a month is an ordinal, and only the first', () => {
    speak('fr');
    expect(longDay('2026-12-01')).toBe('mardi 1er décembre');
    expect(shortDay('2027-01-01', '2026-11-24')).toBe('ven. 1er janv. 2027');
    expect(longDay('2026-12-11')).toBe('vendredi 11 décembre');
    expect(dayRange('2026-12-01', '2026-12-06')).toBe('1er – 5 décembre 2026');
  });
});

describe('in English', () => {
  afterEach(() => speak('fr'));

  it('days are written whole', () => {
    speak('en');
    expect(shortDay(THURSDAY)).toBe('Thu 26 Nov');
    expect(longDay(THURSDAY)).toBe('Thursday 26 November');
    expect(fullDay(THURSDAY)).toBe('Thursday 26 November 2026');
    expect(weekdayLetter(THURSDAY)).toBe('T');
    expect(dayRange('2026-11-23', '2026-11-28')).toBe('23 – 27 November 2026');
  });
});

describe('a range of days', () => {
  it('repeats as little as it can', () => {
    speak('fr');
    expect(dayRange('2026-11-23', '2026-11-28')).toBe('23 – 27 novembre 2026');
    expect(dayRange('2026-11-30', '2026-12-07')).toBe('30 novembre – 6 décembre 2026');
    expect(dayRange('2026-12-28', '2027-01-04')).toBe('28 décembre 2026 – 3 janvier 2027');
    expect(dayRange(THURSDAY, addDays(THURSDAY, 1)), 'one day is no range').toBe('26 novembre 2026');
  });
});

describe('a year', () => {
  it('is said only when it is another one', () => {
    speak('fr');
    expect(shortDay(THURSDAY, '2026-01-01')).toBe('jeu. 26 nov.');
    expect(shortDay(THURSDAY, '2025-12-31')).toBe('jeu. 26 nov. 2026');
  });
});

describe('whatever the zone of this machine', () => {
  it('a day is called by its own name', () => {
    speak('fr');
    const week = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 80_000 }), fc.integer({ min: 0, max: 6 }), (day, n) => {
        const monday = mondayOf(dateOf(day));
        expect(weekdayLong(addDays(monday, n)), 'a week begins on Monday').toBe(week[n]);
      }),
    );
  });

  it('an hour is what the wall says', () => {
    expect(hour('2026-11-26T14:30')).toBe('14:30');
  });
});
