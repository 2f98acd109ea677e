import { describe, expect, it } from 'vitest';
import { columnOf, COLUMNS, fieldOf, samples } from './columns';

describe('what a column can be', () => {
  it('is the same there and back, for every choice there is', () => {
    for (const { value } of COLUMNS) expect(columnOf(fieldOf(value, 'Utilisateur 1')), value).toBe(value);
    expect(new Set(COLUMNS.map(({ value }) => value)).size, 'each is there once').toBe(COLUMNS.length);
  });

  it('is called as its head when it is a field of one’s own', () => {
    expect(fieldOf('custom', 'Utilisateur 1')).toEqual({ type: 'custom', name: 'Utilisateur 1' });
    expect(columnOf({ type: 'custom', name: 'autre' })).toBe('custom');
  });

  it('says what it is for where that matters', () => {
    expect(fieldOf('phone:mobile', '')).toEqual({ type: 'phone', kind: 'mobile' });
    expect(fieldOf('nonsense', '')).toEqual({ type: 'leave' });
  });
});

describe('what a column says', () => {
  it('is a few of its cells, each once, on one line', () => {
    const rows = [['a', '12, rue\nde l’Œuvre'], ['b', ''], ['c'], ['d', '12, rue de l’Œuvre'], ['e', 'x']];
    expect(samples(rows, 1)).toEqual(['12, rue de l’Œuvre', 'x']);
  });
});
