import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Selection } from './selection.svelte';

/** A list of ten, each named after its place. */
const LIST = Array.from({ length: 10 }, (_, n) => `c${n}`);
const between = (one: number, other: number) => LIST.slice(Math.min(one, other), Math.max(one, other) + 1);
const arrows = (selection: Selection, at: number, to: number) => selection.range(between(selection.goOn(at), to), to);
const point = (selection: Selection, to: number) => selection.range(between(selection.begin(to), to), to);
const chosen = (selection: Selection) => [...selection.ids].sort();

describe('the selected clients', () => {
  it('are taken in and out one by one', () => {
    const selection = new Selection();
    selection.toggle('c3', 3);
    selection.toggle('c5', 5);
    selection.toggle('c3', 3);
    expect(chosen(selection)).toEqual(['c5']);
    expect(selection.count).toBe(1);
  });

  it('are a range from the last choice to where one points', () => {
    const selection = new Selection();
    selection.toggle('c2', 2);
    point(selection, 5);
    expect(chosen(selection)).toEqual(['c2', 'c3', 'c4', 'c5']);
    point(selection, 1);
    expect(chosen(selection), 'the range turns around where it began').toEqual(['c1', 'c2']);
  });

  it('keep what was chosen before the range was drawn', () => {
    const selection = new Selection();
    selection.toggle('c9', 9);
    selection.toggle('c2', 2);
    point(selection, 4);
    point(selection, 3);
    expect(chosen(selection), 'only the range itself became shorter').toEqual(['c2', 'c3', 'c9']);
  });

  it('grow with the arrows from the row one is on', () => {
    const selection = new Selection();
    arrows(selection, 4, 5);
    arrows(selection, 5, 6);
    expect(chosen(selection)).toEqual(['c4', 'c5', 'c6']);
    arrows(selection, 6, 5);
    expect(chosen(selection), 'and shrink the same way').toEqual(['c4', 'c5']);
  });

  it('begin another range where one went meanwhile without selecting', () => {
    const selection = new Selection();
    arrows(selection, 0, 1);
    arrows(selection, 7, 8);
    expect(chosen(selection)).toEqual(['c0', 'c1', 'c7', 'c8']);
  });

  it('are never fewer after a range than before it, wherever it goes', () => {
    const place = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(place), place, fc.array(place, { minLength: 1 }), (first, from, moves) => {
        const selection = new Selection();
        for (const at of new Set(first)) selection.toggle(LIST[at], at);
        const before = chosen(selection);
        let at = from;
        for (const to of moves) {
          arrows(selection, at, to);
          at = to;
        }
        expect(chosen(selection)).toEqual(expect.arrayContaining(before));
        expect(chosen(selection), 'both ends of the range are in it').toEqual(
          expect.arrayContaining([LIST[from], LIST[at]]),
        );
      }),
    );
  });
});
