import { describe, expect, it } from 'vitest';
import { SYNONYMS } from '../features/palette/synonyms';
import { everywhere } from './actions';

describe('what can be done from anywhere', () => {
  const all = everywhere();

  it('is each thing once, and each key for one thing', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const keys = all.flatMap(({ keys = [] }) => keys);
    expect(new Set(keys).size, keys.join(' ')).toBe(keys.length);
  });

  it('is what the palette knows other names for', () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(Object.keys(SYNONYMS).filter((id) => !ids.has(id))).toEqual([]);
  });
});
