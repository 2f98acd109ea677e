import { beforeAll, describe, expect, it } from 'vitest';
import type { QuickChip, QuickMeaning } from '../../ipc/bindings.gen';
import { speak } from '../../words/words.svelte';
import { chipOf, valuesOf } from './wording';

const TODAY = '2026-11-24';

function chip(words: string, meaning: QuickMeaning, chosen: number | null = null): QuickChip {
  return { words, meaning, chosen };
}

describe('what was understood', () => {
  beforeAll(() => speak('fr'));

  it('is said as the value it has', () => {
    expect(chipOf(chip('visio', { type: 'kind', kinds: ['video'] }), TODAY)).toBe('Visio');
    expect(chipOf(chip('1h30', { type: 'length', minutes: 90 }), TODAY)).toBe('1\u202fh\u202f30');
    expect(chipOf(chip('ce soir', { type: 'day', dates: [TODAY], part: 'evening' }), TODAY)).toBe('aujourd’hui, soir');
  });

  it('is its own words and a question mark while it is open, and what was chosen afterwards', () => {
    const meaning: QuickMeaning = { type: 'who', names: ['Dupont Frères', 'Dupont Meubles'] };
    expect(chipOf(chip('dupont', meaning), TODAY)).toBe('dupont ?');
    expect(chipOf(chip('dupont', meaning, 1), TODAY)).toBe('Dupont Meubles');
  });

  it('offers the three questions for a reason nobody can tell the question of', () => {
    const values = valuesOf({ type: 'reason', question: 'bring', text: 'le budget' }, TODAY);
    expect(values).toEqual(['J’apporte', 'J’étonne', 'J’éclaire']);
  });
});
