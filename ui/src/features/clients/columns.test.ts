import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../ipc/bindings.gen';
import { CHOICES, fitting, moved, sortedBy, toggled, tracks } from './columns';

const FOUR: Column[] = ['contacts', 'city', 'last', 'next'];

describe('the columns of the list', () => {
  it('are the first ones there is room for', () => {
    expect(fitting(FOUR, 90)).toEqual(FOUR);
    expect(fitting(FOUR, 20), 'the name alone').toEqual([]);
    const some = fitting(FOUR, 45);
    expect(some).toEqual(FOUR.slice(0, some.length));
    expect(some.length).toBeGreaterThan(0);
  });

  it('are never fewer in a wider list', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CHOICES]), fc.nat(160), fc.nat(40), (columns, width, more) => {
        expect(fitting(columns, width + more).length).toBeGreaterThanOrEqual(fitting(columns, width).length);
      }),
    );
  });

  it('have a track each, after the box and the name', () => {
    expect(tracks(FOUR).split(/ (?![^(]*\))/)).toHaveLength(2 + FOUR.length);
  });

  it('are chosen and taken away', () => {
    expect(toggled(FOUR, 'email')).toEqual([...FOUR, 'email']);
    expect(toggled(FOUR, 'city')).toEqual(['contacts', 'last', 'next']);
  });

  it('change places one by one, and stop at the ends', () => {
    expect(moved(FOUR, 'city', 1)).toEqual(['contacts', 'last', 'city', 'next']);
    expect(moved(FOUR, 'city', -1)).toEqual(['city', 'contacts', 'last', 'next']);
    expect(moved(FOUR, 'contacts', -1)).toEqual(FOUR);
    expect(moved(FOUR, 'next', 1)).toEqual(FOUR);
    expect(moved(FOUR, 'email', 1), 'one that is not there').toEqual(FOUR);
  });
});

describe('a press on a head', () => {
  it('orders by it, the other way round the second time', () => {
    const once = sortedBy({ by: 'name', descending: false }, 'city');
    expect(once).toEqual({ by: 'city', descending: false });
    expect(sortedBy(once, 'city')).toEqual({ by: 'city', descending: true });
  });

  it('shows the latest first where that is what one looks for', () => {
    expect(sortedBy({ by: 'name', descending: false }, 'last').descending).toBe(true);
    expect(sortedBy({ by: 'name', descending: false }, 'next').descending, 'the nearest next').toBe(false);
  });
});
