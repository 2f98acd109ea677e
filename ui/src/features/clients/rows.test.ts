import { describe, expect, it } from 'vitest';
import { PAGE, Rows, type Piece } from './rows.svelte';

/** A list read by hand: each question waits until it is answered. */
function byHand() {
  const questions: { from: number; limit: number; answer: (piece: Piece<string>) => void; fail: () => void }[] = [];
  const problems: unknown[] = [];
  const rows = new Rows<string>(
    (from, limit) =>
      new Promise((answer, fail) => questions.push({ from, limit, answer, fail: () => fail(new Error('no disk')) })),
    (problem) => problems.push(problem),
  );
  const piece = (mark: string, total: number, from: number, limit: number): Piece<string> => ({
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, n) => `${mark}${from + n}`),
    total,
  });
  const answer = async (n: number, mark: string, total: number) => {
    questions[n].answer(piece(mark, total, questions[n].from, questions[n].limit));
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { rows, questions, answer, problems };
}

describe('the rows of the list', () => {
  it('are read a page at a time, where one looks', async () => {
    const { rows, questions, answer } = byHand();
    void rows.begin();
    expect(questions[0]).toMatchObject({ from: 0, limit: PAGE });
    await answer(0, 'a', 50_000);
    expect(rows.total).toBe(50_000);
    rows.see(20_000, 20_030);
    expect(questions[1], 'the page of what is in sight').toMatchObject({ from: 20_000, limit: PAGE });
    await answer(1, 'a', 50_000);
    expect(rows.all?.[20_030]).toBe('a20030');
    expect(rows.all?.[10_000], 'and nothing between').toBeUndefined();
    rows.see(20_010, 20_040);
    expect(questions, 'what is there is not asked again').toHaveLength(2);
  });

  it('stay while another question is asked, and change all at once', async () => {
    const { rows, answer } = byHand();
    void rows.begin();
    await answer(0, 'a', 300);
    void rows.begin();
    expect(rows.all?.[0], 'no blank while it is read').toBe('a0');
    await answer(1, 'b', 2);
    expect(rows.all).toEqual(['b0', 'b1']);
  });

  it('never show the answer to a question that is not the last', async () => {
    const { rows, answer } = byHand();
    void rows.begin();
    void rows.begin();
    await answer(1, 'b', 1);
    await answer(0, 'a', 3);
    expect(rows.all).toEqual(['b0']);
  });

  it('are read again where one looks when something was written, the others when they are looked at', async () => {
    const { rows, questions, answer } = byHand();
    void rows.begin();
    await answer(0, 'a', 1_000);
    rows.see(500, 520);
    await answer(1, 'a', 1_000);
    void rows.refresh();
    expect(questions[2]).toMatchObject({ from: 500, limit: PAGE });
    await answer(2, 'b', 999);
    expect(rows.total, 'one is gone').toBe(999);
    expect(rows.all?.[500]).toBe('b500');
    expect(rows.all?.[0], 'what is out of sight stays meanwhile').toBe('a0');
    rows.see(0, 20);
    expect(questions[3], 'and is asked when it is looked at').toMatchObject({ from: 0, limit: PAGE });
    await answer(3, 'b', 999);
    expect(rows.all?.[0]).toBe('b0');
  });

  it('are the first ones when the list became shorter than where one looked', async () => {
    const { rows, questions, answer } = byHand();
    void rows.begin();
    await answer(0, 'a', 1_000);
    rows.see(900, 920);
    await answer(1, 'a', 1_000);
    void rows.refresh();
    await answer(2, 'b', 3);
    expect(questions[3]).toMatchObject({ from: 0 });
    await answer(3, 'b', 3);
    expect(rows.all).toEqual(['b0', 'b1', 'b2']);
  });

  it('that could not be read are asked again when they are looked at again', async () => {
    const { rows, questions, answer, problems } = byHand();
    void rows.begin();
    await answer(0, 'a', 300);
    rows.see(150, 160);
    questions[1].fail();
    await new Promise((resolve) => setTimeout(resolve));
    expect(problems).toHaveLength(1);
    rows.see(150, 160);
    await answer(2, 'a', 300);
    expect(rows.all?.[150]).toBe('a150');
  });

  it('between two places are given only when all of them were read', async () => {
    const { rows, answer } = byHand();
    void rows.begin();
    await answer(0, 'a', 300);
    expect(rows.between(4, 2)).toEqual(['a2', 'a3', 'a4']);
    expect(rows.between(98, 101), 'the next page was not').toBeNull();
    expect(rows.between(298, 305), 'nor is there anything past the end').toBeNull();
  });
});
