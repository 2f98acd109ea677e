import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from './parts';

describe('a text cut where it matches', () => {
  it('is what matches, and what stands between', () => {
    expect(partsOf('Hélène Marchand', [{ from: 0, until: 6 }])).toEqual([
      { text: 'Hélène', on: true },
      { text: ' Marchand', on: false },
    ]);
    expect(partsOf('Visite', []), 'nothing matches').toEqual([{ text: 'Visite', on: false }]);
    expect(partsOf('', []), 'nothing to draw').toEqual([]);
  });

  it('is the same text again, whatever the marks', () => {
    const mark = fc.record({ from: fc.nat(30), until: fc.nat(30) });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(mark), (text, marks) => {
        const parts = partsOf(text, marks);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});
