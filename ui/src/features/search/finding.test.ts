import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchAnswer } from '../../ipc/bindings.gen';
import { Finding } from './finding.svelte';

const answer = (catchingUp = false): SearchAnswer => ({ groups: [], catchingUp, revision: 1 });

/** A search answered by hand. */
function byHand() {
  const asked: { words: string; limit: number; answer: (answer: SearchAnswer) => void }[] = [];
  const finding = new Finding((words, limit) => new Promise((done) => asked.push({ words, limit, answer: done })));
  return { finding, asked };
}

const frame = () => vi.advanceTimersByTimeAsync(20);

describe('what some words find', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked once a frame, whatever is typed within it', async () => {
    const { finding, asked } = byHand();
    for (const words of ['h', 'he', 'hel']) finding.look(words);
    await frame();
    expect(asked.map(({ words }) => words)).toEqual(['hel']);
  });

  it('is never the answer to words that were typed over', async () => {
    const { finding, asked } = byHand();
    finding.look('hel');
    await frame();
    finding.look('helene');
    await frame();
    expect(asked, 'one question at a time').toHaveLength(1);
    asked[0].answer(answer());
    await frame();
    expect(finding.found.words, 'the first answer is late').toBe('');
    expect(asked[1].words).toBe('helene');
    asked[1].answer(answer());
    await frame();
    expect(finding.found.words).toBe('helene');
  });

  it('is nothing at once for no words, even when an answer is under way', async () => {
    const { finding, asked } = byHand();
    finding.look('hel');
    await frame();
    finding.look(' ');
    asked[0].answer(answer());
    await frame();
    expect(finding.found.words).toBe('');
  });

  it('is asked again while the index catches up', async () => {
    const { finding, asked } = byHand();
    finding.look('hel');
    await frame();
    asked[0].answer(answer(true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(2);
    asked[1].answer(answer(false));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked, 'and no more once it has').toHaveLength(2);
  });

  it('is more of the same when one asks, and little again for other words', async () => {
    const { finding, asked } = byHand();
    finding.look('hel');
    await frame();
    asked[0].answer(answer());
    await frame();
    finding.more();
    await frame();
    expect(asked[1].limit).toBeGreaterThan(asked[0].limit);
    asked[1].answer(answer());
    finding.look('hele');
    await frame();
    expect(asked[2].limit).toBe(asked[0].limit);
  });
});
