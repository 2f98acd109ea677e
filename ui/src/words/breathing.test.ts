import { afterEach, describe, expect, it } from 'vitest';
import { breath } from '../intents/sample';
import { fillOf, sentenceOf, shortOf, stateOf } from './breathing';
import { speak } from './words.svelte';

afterEach(() => speak('fr'));

const off = breath({ kept: 0, wanted: 0, eats: false, lunch: null });

describe('the breath of a day', () => {
  it('is full, even, short, or not asked for', () => {
    expect(stateOf(breath({ kept: 300 }))).toBe('full');
    expect(stateOf(breath({ kept: 120 })), 'half an hour still fits').toBe('full');
    expect(stateOf(breath({ kept: 90 }))).toBe('even');
    expect(stateOf(breath({ kept: 89 }))).toBe('short');
    expect(stateOf(breath({ kept: 300, lunch: null })), 'nobody can eat').toBe('short');
    expect(stateOf(breath({ kept: 300, eats: false, lunch: null }))).toBe('full');
    expect(stateOf(off)).toBe('off');
  });

  it('fills as far as it is kept, and never over', () => {
    expect(fillOf(breath({ kept: 45 }))).toBe(0.5);
    expect(fillOf(breath({ kept: 500 }))).toBe(1);
    expect(fillOf(breath({ kept: 0 }))).toBe(0);
    expect(fillOf(off)).toBe(0);
  });

  it('is said in a sentence, with its lunch', () => {
    expect(sentenceOf(breath({ kept: 65 }))).toBe('Air\u00a0: 65 min sur 90, à court. Déjeuner 12:00 – 12:45');
    expect(sentenceOf(breath({ kept: 480, eats: false, lunch: null }))).toBe('Air\u00a0: 90 min sur 90, souffle plein');
    expect(sentenceOf(breath({ lunch: null }))).toContain('pas le temps de déjeuner');
    expect(sentenceOf(off)).toBe('');
    speak('en');
    expect(sentenceOf(breath({ kept: 90, eats: false, lunch: null }))).toBe('Air: 90 of 90 min, just enough');
  });

  it('says what is lacking, and nothing else', () => {
    expect(shortOf(breath({ kept: 65 })).replace(/\s/g, ' ')).toBe('25 min');
    expect(shortOf(breath({ kept: 65, wanted: 150 })).replace(/\s/g, ' ')).toBe('1 h 25');
    expect(shortOf(breath()).replace(/\s/g, ' ')).toBe('');
  });
});
