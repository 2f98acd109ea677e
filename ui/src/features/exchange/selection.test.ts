import { describe, expect, it } from 'vitest';
import type { ImportRow, Match } from '../../ipc/bindings.gen';
import { Selection } from './selection.svelte';

const row = (index: number, verdict: Match): ImportRow => ({
  index,
  verdict,
  file: 0,
  title: '',
  when: '',
  detail: '',
  what: 'touchpoint',
  subtitle: '',
  differing: [],
  known: null,
});
const counts = { new: 10, same: 4, differs: 3, near: 0, invalid: 2 };

describe('what comes in', () => {
  it('is all that is new, and nothing else', () => {
    const selection = new Selection(counts);
    expect(selection.total).toBe(10);
    expect(selection.takes(row(0, 'new'))).toBe(true);
    for (const verdict of ['same', 'differs', 'invalid'] as const) {
      expect(selection.takes(row(1, verdict)), `${verdict} stays out`).toBe(false);
    }
  });

  it('is what differs too, once one says so', () => {
    const selection = new Selection(counts);
    selection.takeDiffering = true;
    expect(selection.total).toBe(13);
    expect(selection.takes(row(1, 'differs'))).toBe(true);
    expect(selection.mayTake(row(2, 'same')), 'the same is never a matter of choice').toBe(false);
  });

  it('leaves out what one leaves out, and takes it back', () => {
    const selection = new Selection(counts);
    selection.set(row(7, 'new'), false);
    selection.set(row(2, 'new'), false);
    expect(selection.total).toBe(8);
    expect(selection.choice()).toEqual({ skip: [2, 7], takeDiffering: false, rows: [] });
    selection.set(row(7, 'new'), true);
    expect(selection.choice().skip).toEqual([2]);
  });

  it('counts a differing one that was left out only while the differing ones come in', () => {
    const selection = new Selection(counts);
    selection.takeDiffering = true;
    selection.set(row(5, 'differs'), false);
    expect(selection.total).toBe(12);
    selection.takeDiffering = false;
    expect(selection.total).toBe(10);
  });
});
