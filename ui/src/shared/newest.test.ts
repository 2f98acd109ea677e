import { describe, expect, it } from 'vitest';
import { Newest } from './newest';

/** A backend that answers when the test says so. */
function slow() {
  const asked: { question: number; answer: () => void; fail: () => void }[] = [];
  const answers: number[] = [];
  const newest = new Newest<number, number>(
    (question) =>
      new Promise((resolve, reject) =>
        asked.push({ question, answer: () => resolve(question), fail: () => reject(new Error('no')) }),
      ),
    (_, answer) => answers.push(answer),
  );
  return { asked, answers, newest };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('asking the newest', () => {
  it('keeps one question in flight and asks only the last of those that waited', async () => {
    const { asked, answers, newest } = slow();
    for (const question of [1, 2, 3, 4]) newest.want(question);
    expect(
      asked.map(({ question }) => question),
      'one in flight',
    ).toEqual([1]);
    asked[0].answer();
    await turn();
    expect(
      asked.map(({ question }) => question),
      '2 and 3 were passed over',
    ).toEqual([1, 4]);
    asked[1].answer();
    await turn();
    expect(answers).toEqual([1, 4]);
  });

  it('says nothing of what was forgotten, and goes on', async () => {
    const { asked, answers, newest } = slow();
    newest.want(1);
    newest.forget();
    asked[0].answer();
    await turn();
    expect(answers).toEqual([]);
    newest.want(2);
    asked[1].answer();
    await turn();
    expect(answers).toEqual([2]);
  });

  it('survives a question that fails', async () => {
    const { asked, answers, newest } = slow();
    newest.want(1);
    newest.want(2);
    asked[0].fail();
    await turn();
    asked[1].answer();
    await turn();
    expect(answers).toEqual([2]);
  });
});
