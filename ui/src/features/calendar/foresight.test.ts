import { describe, expect, it } from 'vitest';
import { Foresight, PAUSE_MS, REST_MS } from './foresight';

/** A foresight whose time a test turns by hand, and what came of it. */
function watched() {
  const asked: string[] = [];
  const told: Record<string, string>[] = [];
  const waits: { ms: number; done: () => void }[] = [];
  const foresight = new Foresight<string>(
    (date, minute) => {
      asked.push(`${date} ${minute}`);
      return date === 'broken' ? Promise.reject(new Error('no')) : Promise.resolve(`level of ${date}`);
    },
    (known) => told.push(Object.fromEntries(known)),
    (ms) => new Promise((done) => waits.push({ ms, done })),
  );
  /** Ends the wait it is in, and lets what follows happen. */
  const turn = async () => {
    const wait = waits.shift();
    wait?.done();
    for (let n = 0; n < 6; n += 1) await Promise.resolve();
    return wait?.ms;
  };
  return { asked, told, turn, foresight };
}

describe('what the other days hold', () => {
  it('is asked once the hand rests, a day at a time, with a pause between', async () => {
    const { asked, told, turn, foresight } = watched();
    foresight.look('a', 600, ['mon', 'tue']);
    expect(asked).toEqual([]);
    expect(await turn()).toBe(REST_MS);
    expect(asked).toEqual(['mon 600']);
    expect(await turn()).toBe(PAUSE_MS);
    expect(asked).toEqual(['mon 600', 'tue 600']);
    expect(told.at(-1)).toEqual({ mon: 'level of mon', tue: 'level of tue' });
  });

  it('is given up at another hour, and nothing late is told', async () => {
    const { asked, told, turn, foresight } = watched();
    foresight.look('a', 600, ['mon', 'tue']);
    await turn();
    foresight.look('a', 615, ['mon', 'tue']);
    expect(told.at(-1), 'what was seen is forgotten').toEqual({});
    await turn();
    expect(asked, 'the first hour is asked no further').toEqual(['mon 600']);
    await turn();
    expect(asked).toEqual(['mon 600', 'mon 615']);
  });

  it('is not asked again while the hand stays', async () => {
    const { asked, turn, foresight } = watched();
    foresight.look('a', 600, ['mon']);
    foresight.look('a', 600, ['mon']);
    await turn();
    await turn();
    expect(asked).toEqual(['mon 600']);
  });

  it('ends when the hand opens, and a day that fails stays untold', async () => {
    const { asked, told, turn, foresight } = watched();
    foresight.look('a', 600, ['broken', 'tue', 'wed']);
    await turn();
    await turn();
    expect(told.at(-1)).toEqual({ tue: 'level of tue' });
    foresight.forget();
    expect(told.at(-1)).toEqual({});
    await turn();
    expect(asked).toHaveLength(2);
  });
});
