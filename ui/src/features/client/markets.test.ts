import { describe, expect, it } from 'vitest';
import type { Segment } from '../../ipc/bindings.gen';
import { NONE, picks } from './markets';

function segment(name: string, clients: number): Segment {
  return { market: { name, state: 'open', since: null, when: '', cause: '', changes: '' }, clients };
}

const segments = [segment('Restauration', 12), segment('Santé', 3)];

describe('the markets a client can be put in', () => {
  it('are told with how many are in each, and none is no choice for a client that has none', () => {
    expect(picks(segments, null, 'Sans marché')).toEqual([
      { value: 'Restauration', label: 'Restauration', count: 12, on: false },
      { value: 'Santé', label: 'Santé', count: 3, on: false },
    ]);
  });

  it('mark the one it is in, however it is accented or cased', () => {
    const on = picks(segments, 'SANTE', 'Sans marché').filter((pick) => pick.on);
    expect(on.map(({ label }) => label)).toEqual(['Santé']);
  });

  it('let it leave the one it is in', () => {
    expect(picks(segments, 'Santé', 'Sans marché').at(-1)).toEqual({ value: NONE, label: 'Sans marché' });
  });
});
