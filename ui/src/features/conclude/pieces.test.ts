import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, neighbourOf, piecesOf, placesOf, templateOf, workOf } from './pieces';

const OFFER = [
  { title: 'Chiffrer', minutes: 60 },
  { title: 'Relire', minutes: 30 },
];
const laid = (titles: string[]) => titles.map((title, n) => ({ title, start: '', end: '', when: `place ${n}` }));

describe('the work between', () => {
  it('is said by the pieces that have words', () => {
    const pieces = [...piecesOf(OFFER, 1), { id: 3, title: '  ', minutes: 30 }];
    expect(workOf(pieces)).toEqual(OFFER);
  });

  it('is what it was after a move and its opposite, and keeps every piece', () => {
    const ids = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(ids, ids, fc.constantFrom(-1 as const, 1 as const), (count, id, by) => {
        const pieces = piecesOf(Array(count).fill(OFFER[0]), 1);
        const there = moved(pieces, id, by);
        expect(there.map((piece) => piece.id).sort()).toEqual(pieces.map((piece) => piece.id).sort());
        if (there !== pieces) expect(moved(there, id, by === 1 ? -1 : 1)).toEqual(pieces);
      }),
    );
  });

  it('gives the focus to a neighbour when a piece goes', () => {
    const pieces = piecesOf(OFFER, 1);
    expect(neighbourOf(pieces, 1)?.id).toBe(2);
    expect(neighbourOf(pieces, 2)?.id).toBe(1);
    expect(neighbourOf(piecesOf([OFFER[0]], 1), 1)).toBeNull();
  });

  it('says where it is laid only when the answer is to it', () => {
    const pieces = [{ id: 9, title: '', minutes: 30 }, ...piecesOf(OFFER, 1)];
    expect([...placesOf(pieces, laid(['Chiffrer', 'Relire']))]).toEqual([
      [1, 'place 0'],
      [2, 'place 1'],
    ]);
    expect(placesOf(pieces, laid(['Relire', 'Chiffrer'])).size, 'an answer to another order').toBe(0);
    expect(placesOf(pieces, laid(['Chiffrer'])).size).toBe(0);
  });

  it('is one of the templates, or of one’s own', () => {
    const templates = [
      { name: 'Proposition', work: OFFER },
      { name: 'Rien', work: [] },
    ];
    expect(templateOf(templates, piecesOf(OFFER, 5))).toBe(0);
    expect(templateOf(templates, [])).toBe(1);
    expect(templateOf(templates, piecesOf([{ title: 'Chiffrer', minutes: 45 }], 5))).toBe(-1);
  });
});
