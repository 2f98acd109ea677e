import { describe, expect, it } from 'vitest';
import type { DuplicateField } from '../../ipc/bindings.gen';
import { usual } from './review.svelte';

const field = (a: string, b: string, both = false, same = false): DuplicateField => ({
  field: 'role',
  label: 'Fonction',
  a,
  b,
  both,
  same,
});

describe('what stays when nobody chooses', () => {
  it('is both where both can be kept', () => {
    expect(usual(field('02 38 00 00 00', '06 00 00 00 00', true))).toBe('both');
  });

  it('is what the one that stays says', () => {
    expect(usual(field('Directrice', 'Achats'))).toBe('kept');
    expect(usual(field('Directrice', 'Directrice', false, true))).toBe('kept');
  });

  it('is what the other says, when the one that stays says nothing', () => {
    expect(usual(field('', 'Achats'))).toBe('gone');
  });
});
