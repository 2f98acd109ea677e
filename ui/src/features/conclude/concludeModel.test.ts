import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BridgeLaid, Conclude, Concluded, ConcludeLook, Done } from '../../ipc/bindings.gen';
import { ProblemError } from '../../ipc/client';
import { block } from '../../intents/sample';
import { ConcludeModel, PAUSE, type Core } from './concludeModel.svelte';

const video = block('video', '2026-11-24T10:00', '2026-11-24T11:00');
const OFFER = [
  { title: 'Chiffrer', minutes: 60 },
  { title: 'Relire', minutes: 30 },
];
const REASON = { bring: 'La proposition', astonish: '', clarify: '', urgent: false };

const laid = (after: number): BridgeLaid => ({
  ...{ date: '2026-11-27', start: '2026-11-27T10:00', end: '2026-11-27T11:00', when: `dans ${after}` },
  ...{ after, sameHour: true, work: [] },
});

/** What the core says of an ask: Friday is impossible. */
function lookOf(ask: Conclude): ConcludeLook {
  const after = ask.on.type === 'after' ? ask.on.days : 4;
  const possible = after !== 3;
  return {
    ...{ block: video, after, day: `jour ${after}`, weak: null },
    bridge: possible ? laid(after) : null,
    why: possible ? [] : ['le salon prend la journée'],
    instead: possible ? null : laid(after + 1),
    work: ask.work ?? OFFER,
    reason: ask.reason ?? REASON,
  };
}

/** A core whose answers wait to be given. */
function core(conclude: Core['conclude'] = async () => ({ type: 'done', said: 'fait' }) as unknown as Concluded) {
  const asks: Conclude[] = [];
  const waiting: (() => void)[] = [];
  const it: Core = {
    lookConclude: (ask) => {
      asks.push(ask);
      return new Promise((answer) => waiting.push(() => answer(lookOf(ask))));
    },
    conclude: vi.fn(conclude),
    betweenTemplates: async () => [{ name: 'Proposition', work: OFFER }],
    touchpoint: () => Promise.reject(new Error('not needed')),
  };
  const answer = async () => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { core: it, asks, answer };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a concluding meeting that is thought of', () => {
  it('asks at once for three working days, and is filled by the answer', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, null, it);
    model.load();
    expect(asks).toEqual([
      { id: 'video', occurrence: null, on: { type: 'after', days: 3 }, hour: null, work: null, reason: null },
    ]);
    await answer();
    expect(model.pieces.map(({ title }) => title)).toEqual(['Chiffrer', 'Relire']);
    expect(model.reason).toEqual(REASON);
    expect(model.after).toBe(3);
  });

  it('asks for the day its tail was pulled to, and counts on from there', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, '2026-11-30', it);
    model.load();
    expect(asks[0].on).toEqual({ type: 'day', date: '2026-11-30' });
    await answer();
    model.count(model.after + 1);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks[1].on).toEqual({ type: 'after', days: 5 });
  });

  it('asks once for changes in a row, one question at a time, and ends with the last answer', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, null, it);
    model.load();
    model.count(4);
    await vi.advanceTimersByTimeAsync(PAUSE);
    model.count(5);
    model.count(6);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks, 'the first is still on its way').toHaveLength(1);
    await answer();
    expect(asks.at(-1)?.on, 'what was passed over meanwhile is never asked').toEqual({ type: 'after', days: 6 });
    await answer();
    expect(asks).toHaveLength(2);
    expect(model.look?.after).toBe(6);
  });

  it('keeps the work one edits, whatever is answered', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, null, it);
    model.load();
    await answer();
    const [first, second] = model.pieces;
    model.change(first.id, { minutes: 45 });
    model.move(second.id, -1);
    const added = model.add();
    expect(added).not.toBeNull();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks.at(-1)?.work, 'a piece without words is none').toEqual([
      { title: 'Relire', minutes: 30 },
      { title: 'Chiffrer', minutes: 45 },
    ]);
    await answer();
    expect(model.pieces.map(({ title }) => title)).toEqual(['Relire', 'Chiffrer', '']);
    model.remove(added as number);
    expect(model.pieces).toHaveLength(2);
  });

  it('offers the next possibility, which one press takes', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, null, it);
    model.load();
    await answer();
    expect(model.look?.bridge).toBeNull();
    model.takeInstead();
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks.at(-1)?.on).toEqual({ type: 'after', days: 4 });
    await answer();
    expect(model.look?.bridge?.after).toBe(4);
  });

  it('looks for the hour one chooses, and for its own again', async () => {
    const { core: it, asks, answer } = core();
    const model = new ConcludeModel(video, '2026-11-30', it);
    model.load();
    await answer();
    expect([model.hour, model.wanted]).toEqual([null, 600]);
    model.at(14 * 60);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks.at(-1)?.hour).toBe(840);
    await answer();
    expect(model.wanted, 'wherever it can be').toBe(840);
    model.at(600);
    expect(model.hour).toBeNull();
    model.at(840);
    model.at(null);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(asks.at(-1)?.hour).toBeNull();
  });

  it('stays within what there is', () => {
    const model = new ConcludeModel(video, null, core().core);
    model.count(0);
    expect(model.after).toBe(1);
    model.count(400);
    expect(model.after).toBe(60);
  });
});

describe('the press', () => {
  it('does it as it stands, without waiting for an answer', async () => {
    const { core: it } = core();
    const model = new ConcludeModel(video, null, it);
    model.load();
    const done = model.conclude();
    expect(await model.conclude(), 'once').toBeNull();
    expect((await done) as Done).toMatchObject({ said: 'fait' });
    expect(it.conclude).toHaveBeenCalledTimes(1);
  });

  it('shows why when it is impossible, and writes nothing more', async () => {
    const { core: it } = core(async (ask) => ({ type: 'impossible', ...lookOf(ask) }));
    const model = new ConcludeModel(video, null, it);
    expect(await model.conclude()).toBeNull();
    expect(model.look?.why).toEqual(['le salon prend la journée']);
    expect(model.busy).toBe(false);
  });

  it('says what its reason lacks, until another is said; other trouble is thrown', async () => {
    const problem = new ProblemError({ code: 'reason', message: 'Cela ne dit rien', hint: 'Dites quoi' } as never);
    const { core: it } = core(() => Promise.reject(problem));
    const model = new ConcludeModel(video, null, it);
    expect(await model.conclude()).toBeNull();
    expect(model.weak).toEqual({ message: 'Cela ne dit rien', hint: 'Dites quoi' });
    model.say({ ...REASON, urgent: true });
    expect(model.weak).toBeNull();
    const { core: broken } = core(() => Promise.reject(new Error('disk')));
    await expect(new ConcludeModel(video, null, broken).conclude()).rejects.toThrow('disk');
  });
});
