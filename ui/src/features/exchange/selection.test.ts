import { describe, expect, it } from 'vitest';
import type { Aspect, ImportRow, Match } from '../../ipc/bindings.gen';
import { Selection } from './selection.svelte';

const row = (index: number, verdict: Match, differing: [Aspect, string, string][] = []): ImportRow => ({
  index,
  verdict,
  file: 0,
  what: 'contact',
  title: '',
  subtitle: '',
  when: '',
  detail: '',
  differing: differing.map(([field, here, there]) => ({ field, label: field, here, there })),
  known: null,
});
const counts = { new: 10, same: 4, differs: 3, near: 2, invalid: 2 };
const DIFFERS = row(1, 'differs', [
  ['role', 'Directrice', 'Directrice des achats'],
  ['phones', '02 38 00 00 00', '06 00 00 00 00'],
]);
const NEAR = row(2, 'near', [
  ['emails', '', 'zoe@example.com'],
  ['role', 'Directrice', 'Achats'],
]);

describe('what comes in', () => {
  it('is all that is new, and who looks like somebody, and nothing else', () => {
    const selection = new Selection(counts);
    expect(selection.total).toBe(12);
    expect(selection.takes(row(0, 'new'))).toBe(true);
    expect(selection.takes(NEAR)).toBe(true);
    for (const verdict of ['same', 'differs', 'invalid'] as const) {
      expect(selection.takes(row(1, verdict)), `${verdict} stays out`).toBe(false);
    }
  });

  it('is what differs too, once one says so', () => {
    const selection = new Selection(counts);
    selection.takeDiffering = true;
    expect(selection.total).toBe(15);
    expect(selection.takes(DIFFERS)).toBe(true);
    expect(selection.mayTake(row(2, 'same')), 'the same is never a matter of choice').toBe(false);
  });

  it('leaves out what one leaves out, and takes it back', () => {
    const selection = new Selection(counts);
    selection.set(row(7, 'new'), false);
    selection.set(NEAR, false);
    expect(selection.total).toBe(10);
    expect(selection.choice()).toEqual({ skip: [2, 7], takeDiffering: false, rows: [] });
    selection.set(row(7, 'new'), true);
    expect(selection.choice().skip).toEqual([2]);
  });

  it('is one row that differs, when only that one is taken', () => {
    const selection = new Selection(counts);
    selection.set(DIFFERS, true);
    expect(selection.takes(DIFFERS)).toBe(true);
    expect(selection.total).toBe(13);
    expect(selection.choice().rows).toEqual([
      {
        row: 1,
        into: 'known',
        fields: [
          { field: 'role', side: 'there' },
          { field: 'phones', side: 'there' },
        ],
      },
    ]);
  });

  it('is a field of a row, the others staying as they are', () => {
    const selection = new Selection(counts);
    selection.pick(DIFFERS, 'phones', 'there');
    expect([selection.side(DIFFERS, 'role'), selection.side(DIFFERS, 'phones')]).toEqual(['here', 'there']);
    expect(selection.takes(DIFFERS)).toBe(true);
    selection.pick(DIFFERS, 'phones', 'here');
    expect(selection.takes(DIFFERS), 'nothing of it is left to take').toBe(false);
    expect(selection.choice()).toMatchObject({ skip: [1], rows: [] });
  });

  it('leaves out one that differs while the others come in', () => {
    const selection = new Selection(counts);
    selection.takeDiffering = true;
    selection.set(DIFFERS, false);
    expect(selection.total).toBe(14);
    expect(selection.choice()).toEqual({ skip: [1], takeDiffering: true, rows: [] });
  });
});

describe('somebody who looks like somebody else', () => {
  it('comes in undecided, as nobody said anything', () => {
    expect(new Selection(counts).choice().rows).toEqual([]);
  });

  it('is made one with them: what is here stays, and what is not here yet comes in', () => {
    const selection = new Selection(counts);
    selection.become(NEAR, 'known');
    expect(selection.into(NEAR)).toBe('known');
    expect(selection.choice().rows).toEqual([
      {
        row: 2,
        into: 'known',
        fields: [
          { field: 'emails', side: 'there' },
          { field: 'role', side: 'here' },
        ],
      },
    ]);
  });

  it('is somebody else for good, and can be left for later again', () => {
    const selection = new Selection(counts);
    selection.become(NEAR, 'apart');
    expect(selection.choice().rows).toEqual([{ row: 2, into: 'apart', fields: [] }]);
    selection.become(NEAR, null);
    expect(selection.choice().rows).toEqual([]);
  });

  it('is not spoken of when the row is left out', () => {
    const selection = new Selection(counts);
    selection.become(NEAR, 'known');
    selection.set(NEAR, false);
    expect(selection.choice()).toEqual({ skip: [2], takeDiffering: false, rows: [] });
  });
});
