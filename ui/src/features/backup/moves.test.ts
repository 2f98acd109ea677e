import { describe, expect, it } from 'vitest';
import type { RestoreLook } from '../../ipc/bindings.gen';
import { listOf } from './moves';

const none = { count: 0, first: [] };
const LOOK: RestoreLook = {
  ticket: 'src_1',
  name: null,
  when: 'mar. 24 nov. 14:02',
  unreadable: 0,
  missing: 0,
  erased: null,
  nouns: [
    {
      noun: 'touchpoint',
      back: { count: 7, first: ['Visio Lac', 'Appel Durand'] },
      changes: none,
      goes: { count: 1, first: ['Visite'] },
    },
    { noun: 'client', back: none, changes: { count: 2, first: ['Lac', 'Durand'] }, goes: none },
  ],
};

describe('what a restore would change', () => {
  it('is listed noun by noun, the first by name and the others counted', () => {
    expect(listOf(LOOK, 'whole')).toEqual([
      {
        noun: 'touchpoint',
        lines: [
          { turn: 'back', count: 7, first: ['Visio Lac', 'Appel Durand'], more: 5 },
          { turn: 'goes', count: 1, first: ['Visite'], more: 0 },
        ],
      },
      { noun: 'client', lines: [{ turn: 'changes', count: 2, first: ['Lac', 'Durand'], more: 0 }] },
    ]);
  });

  it('is only what comes back when only that is asked for', () => {
    const list = listOf(LOOK, 'missing');
    expect(list.map(({ noun }) => noun)).toEqual(['touchpoint']);
    expect(list[0].lines.map(({ turn }) => turn)).toEqual(['back']);
  });
});
