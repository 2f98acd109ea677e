import { describe, expect, it } from 'vitest';
import { initials, TINTS, tintOf } from './initials';

describe('the initials of a name', () => {
  it.each([
    ['Zoé Noël', 'ZN'],
    ['jean-marc d’Été', 'JD'],
    ['Émile', 'É'],
    ['Marie  Anne   de La Tour', 'MT'],
    ['(Achats) Faure', 'AF'],
    ['zoe@example.com', 'Z'],
    ['王 小明', '王小'],
    ['', '?'],
    ['—', '?'],
  ])('%s → %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('keep the accent that is written as a mark of its own', () => {
    expect(initials('Émile Zola'.normalize('NFD'))).toBe('ÉZ');
  });
});

describe('the tint of a face', () => {
  it('is the same every time, and not the same for everybody', () => {
    expect(tintOf('ct_1')).toBe(tintOf('ct_1'));
    const seen = new Set(Array.from({ length: 200 }, (_, n) => tintOf(`ct_${n}`)));
    expect(seen.size, 'two hundred people wear all of them').toBe(TINTS.length);
  });
});
