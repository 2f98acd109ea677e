import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, weekday } from './wall';
import { dayIn } from './dates';

/** A Tuesday. */
const TODAY = '2026-11-24';

const SAID: [string, string | null][] = [
  ['aujourd’hui', '2026-11-24'],
  ["Aujourd'hui", '2026-11-24'],
  ['demain', '2026-11-25'],
  ['dema', '2026-11-25'],
  ['après-demain', '2026-11-26'],
  ['hier', '2026-11-23'],
  ['tomorrow', '2026-11-25'],
  ['yesterday', '2026-11-23'],
  ['jeu', '2026-11-26'],
  ['jeu.', '2026-11-26'],
  ['jeudi', '2026-11-26'],
  ['Thursday', '2026-11-26'],
  ['mardi', '2026-11-24'],
  ['lundi', '2026-11-30'],
  ['jeudi prochain', '2026-12-03'],
  ['next monday', '2026-11-30'],
  ['26/11', '2026-11-26'],
  ['26.11', '2026-11-26'],
  ['3/2', '2027-02-03'],
  ['24/11', '2026-11-24'],
  ['23/11', '2027-11-23'],
  ['26/11/2025', '2025-11-26'],
  ['26/11/27', '2027-11-26'],
  ['2026-12-01', '2026-12-01'],
  ['29/2', '2028-02-29'],
  ['26 nov', '2026-11-26'],
  ['26 nov.', '2026-11-26'],
  ['jeu. 26 nov.', '2026-11-26'],
  ['le 1er décembre', '2026-12-01'],
  ['1 fevrier 2028', '2028-02-01'],
  ['26 August', '2027-08-26'],
  ['le 26', '2026-11-26'],
  ['12', '2026-12-12'],
  ['semaine 48', '2026-11-23'],
  ['sem 49', '2026-11-30'],
  ['s53', '2026-12-28'],
  ['week 1', '2027-01-04'],
  ['dans 3 jours', '2026-11-27'],
  ['dans 2 semaines', '2026-12-08'],
  ['in 3 days', '2026-11-27'],
  ['dans 1 mois', '2026-12-24'],
  ['31/2', null],
  ['31/4/2027', null],
  ['99/99', null],
  ['semaine 60', null],
  ['fromagerie', null],
  ['ma', null],
  ['jui', null],
  ['', null],
  ['5', null],
];

describe('a day, as one says it', () => {
  it.each(SAID)('« %s » is %s', (text, date) => {
    expect(dayIn(text, TODAY)).toBe(date);
  });

  it('a weekday is the next one, today included, never further than a week', () => {
    const names = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 6 }), (day, n) => {
        const today = dateOf(day);
        const date = dayIn(names[n], today) ?? '';
        expect(weekday(date), 'it is that day').toBe(n + 1);
        expect(date >= today && date <= dateOf(day + 6), 'and it comes within the week').toBe(true);
      }),
    );
  });

  it('nothing one may type breaks it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = dayIn(text, TODAY);
        expect(date === null || /^\d{4}-\d\d-\d\d$/.test(date)).toBe(true);
      }),
    );
  });
});
