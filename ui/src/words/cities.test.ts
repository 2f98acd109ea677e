import { describe, expect, it } from 'vitest';
import { cityOf } from './cities';
import { speak } from './words.svelte';

describe('the city of a zone', () => {
  it('is called as the language calls it', () => {
    speak('fr');
    expect(cityOf('Europe/London')).toBe('Londres');
    speak('en');
    expect(cityOf('Europe/London')).toBe('London');
  });

  it('is the last part of the zone where nothing else is known', () => {
    speak('fr');
    expect(cityOf('America/Argentina/Rio_Gallegos')).toBe('Rio Gallegos');
    expect(cityOf('UTC')).toBe('UTC');
  });
});
