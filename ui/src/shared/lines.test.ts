import { describe, expect, it } from 'vitest';
import { Lines } from './lines.svelte';

/** Lines over a list that is kept, and what was written. */
function lines(kept: string[], refuse = '') {
  const written: string[][] = [];
  const made = new Lines<string>({
    kept: () => kept,
    blank: () => '',
    isBlank: (line) => line.trim() === '',
    save: async (all) => {
      if (refuse && all.includes(refuse)) return `${refuse} : non`;
      written.push(all);
      kept = all;
      return '';
    },
  });
  return { made, written };
}

describe('lines edited together', () => {
  it('are written once, when one leaves them, blank ones left out', async () => {
    const { made, written } = lines(['a', 'b']);
    made.change(0, 'A');
    made.add();
    made.add();
    expect(made.all, 'one blank line is enough').toEqual(['A', 'b', '']);
    expect(written, 'nothing is kept while one types').toEqual([]);
    await made.commit();
    expect(written).toEqual([['A', 'b']]);
    expect(made.all).toEqual(['A', 'b']);
  });

  it('are not written when they are what they were', async () => {
    const { made, written } = lines(['a']);
    made.change(0, 'b');
    made.change(0, 'a');
    made.add();
    await made.commit();
    expect(written).toEqual([]);
  });

  it('stay as typed, with the reason, when they cannot be kept', async () => {
    const { made, written } = lines(['a'], 'x');
    made.change(0, 'x');
    await made.commit();
    expect(made.problem).toBe('x : non');
    expect(made.all, 'what was typed is there to be mended').toEqual(['x']);
    made.change(0, 'y');
    await made.commit();
    expect([made.problem, written]).toEqual(['', [['y']]]);
  });

  it('go one by one, and come back when one gives up', async () => {
    const { made, written } = lines(['a', 'b']);
    await made.remove(0);
    expect(written).toEqual([['b']]);
    made.change(0, 'c');
    made.reset();
    expect(made.all).toEqual(['b']);
  });
});
