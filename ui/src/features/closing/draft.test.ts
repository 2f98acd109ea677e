import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber, weekday } from '../../intents/wall';
import { againOn, closingOf, grown, namesIn, promiseIn, type Draft } from './draft';

/** A Tuesday. */
const TODAY = '2026-11-24';

const draft = (more: Partial<Draft> = {}): Draft => ({
  as: 'held',
  outcome: '',
  needs: [''],
  answered: [],
  promises: [{ owner: 'us', text: '' }],
  kept: [],
  sights: { premises: false, workshop: false, reception: false, colleagues: [], mood: '' },
  colleagues: '',
  again: null,
  ...more,
});

describe('a promise as it is typed', () => {
  it.each([
    ['le devis', 'le devis', null],
    ['le devis vendredi', 'le devis', '2026-11-27'],
    ['le devis pour vendredi', 'le devis', '2026-11-27'],
    ['le devis d’ici jeudi prochain', 'le devis', '2026-12-03'],
    ['le devis avant le 1/12', 'le devis', '2026-12-01'],
    ['la maquette dans 3 jours', 'la maquette', '2026-11-27'],
    ['les échantillons le jeudi 26 novembre', 'les échantillons', '2026-11-26'],
    ['les échantillons 27 novembre 2027', 'les échantillons', '2027-11-27'],
    ['le devis, demain', 'le devis', '2026-11-25'],
    ['the quote by next Friday', 'the quote', '2026-12-04'],
    ['the samples on 1/12/2026', 'the samples', '2026-12-01'],
    ['rappeler Sam', 'rappeler Sam', null],
    ['le lot 26', 'le lot 26', null],
    ['vendredi', 'vendredi', null],
  ])('“%s”', (text, words, due) => {
    expect(promiseIn({ owner: 'us', text }, TODAY)).toMatchObject({ words, due });
  });

  it('is none when nothing is typed', () => {
    expect(promiseIn({ owner: 'them', text: '  ' }, TODAY)).toBeNull();
  });

  it('loses no word but those of its day', () => {
    const word = fc.constantFrom('le', 'devis', 'vendredi', 'pour', '27/11', 'next', 'friday', '26', 'novembre', 'Sam');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
        const said = promiseIn({ owner: 'us', text: words.join(' ') }, TODAY);
        expect(said?.words, 'something is promised').not.toBe('');
        expect(words.join(' ').startsWith(said?.words ?? '?'), 'and it is how the line begins').toBe(true);
      }),
    );
  });
});

describe('the days to look again', () => {
  it('are never on a weekend, and ahead in their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (number) => {
        const days = againOn(dateOf(number)).map(({ date }) => date);
        for (const day of days) expect(weekday(day)).toBeLessThan(6);
        expect(days, 'a week, a fortnight, a month').toEqual([...days].sort());
        expect(dayNumber(days[0]) - number, 'a week, or a little more').toBeGreaterThanOrEqual(7);
      }),
    );
  });
});

describe('lines', () => {
  it('always have one more to be written', () => {
    const blank = (line: string) => !line.trim();
    expect(grown([], blank, '')).toEqual(['']);
    expect(grown(['a', ' ', 'b'], blank, '')).toEqual(['a', 'b', '']);
  });

  it('of names are names, each once', () => {
    expect(namesIn(' Inès  Roux, Hugo ;Inès Roux,')).toEqual(['Inès Roux', 'Hugo']);
  });
});

describe('what is written', () => {
  const full = draft({
    outcome: ' Convaincus ',
    needs: ['réduire les pannes', ''],
    answered: ['n1'],
    promises: [
      { owner: 'us', text: 'le devis vendredi' },
      { owner: 'us', text: '' },
    ],
    kept: ['p1'],
    sights: { premises: false, workshop: true, reception: false, colleagues: [], mood: 'gaie' },
    colleagues: 'Inès Roux',
    again: '2026-12-01',
  });

  it('is everything that was said, of what took place in person', () => {
    expect(closingOf(full, 'held', true, TODAY)).toEqual({
      state: 'held',
      outcome: 'Convaincus',
      needs: ['réduire les pannes'],
      answered: ['n1'],
      promises: [{ id: null, owner: 'us', words: 'le devis', due: '2026-11-27', state: 'open' }],
      kept: ['p1'],
      sights: { premises: false, workshop: true, reception: false, colleagues: ['Inès Roux'], mood: 'gaie' },
      lookAgain: '2026-12-01',
    });
  });

  it('is nothing seen, when it was not in person', () => {
    expect(closingOf(full, 'held', false, TODAY).sights).toMatchObject({ workshop: false, colleagues: [] });
  });

  it('is only the outcome and what comes next, of what did not take place', () => {
    expect(closingOf(full, 'missed', true, TODAY)).toMatchObject({
      state: 'missed',
      outcome: 'Convaincus',
      needs: [],
      promises: [],
      kept: [],
      lookAgain: '2026-12-01',
    });
  });

  it('is a closing even when nothing is said', () => {
    expect(closingOf(draft(), 'held', false, TODAY)).toMatchObject({ outcome: '', needs: [], promises: [] });
  });
});
