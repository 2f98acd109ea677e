/** The day, as the core says it: read, and read again when something is written or ends. */
import type { Block, Owed, Today } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { now } from '../../state/now.svelte';
import { attempt, sayDone, sayProblem } from '../../state/steps';
import { shownOwed, turnOf } from './day';

export class TodayModel {
  today = $state.raw<Today | null>(null);
  /** Promises ticked off here: they stay in their place, to be unticked. */
  private ticked = $state.raw<Owed[]>([]);
  /** Promises whose tick is on its way to the disk. */
  private writing = new Set<string>();
  private reading = 0;

  /** Promises as they are shown. */
  readonly owed = $derived.by(() => shownOwed(this.today?.owed ?? [], this.ticked));

  /** Whether the day has to be read again, now that the clock has moved. */
  readonly stale = $derived.by(() => this.today !== null && now.wall >= turnOf(this.today, this.read));

  /** When it was read. */
  private read = $state('');

  /** Every touchpoint the screen shows, by key. */
  readonly shown = $derived.by(() => {
    const { blocks = [], next = null, unclosed = [], withoutReason = [] } = this.today ?? {};
    const lines = [...unclosed, ...withoutReason, ...(next?.last ?? [])].map(({ block }) => block);
    return new Map([...lines, ...blocks, ...(next ? [next.block] : [])].map((block) => [block.key, block]));
  });

  /** Reads it; an answer that comes late is none. */
  async load(): Promise<void> {
    const asked = (this.reading += 1);
    try {
      const today = await ipc.today();
      if (asked !== this.reading) return;
      this.read = now.wall;
      this.today = today;
      const read = [...today.owed.map(({ promise }) => promise), ...(today.next?.ours ?? [])];
      const open = new Set(read.map(({ id }) => id));
      // What was taken back is owed again.
      this.ticked = this.ticked.filter(({ promise: { id } }) => !open.has(id) || this.writing.has(id));
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** Reads it, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.load();
    const stop = events.changed.listen(() => void this.load());
    return () => void stop.then((unlisten) => unlisten());
  }

  /** Ticks a promise off, or takes the tick back; the toast takes back either. */
  async tick(owed: Owed, kept: boolean): Promise<void> {
    const { id, owner, words, due } = owed.promise;
    const before = this.ticked;
    const state = kept ? 'kept' : 'open';
    this.writing.add(id);
    this.ticked = [
      ...before.filter(({ promise }) => promise.id !== id),
      { ...owed, promise: { ...owed.promise, state } },
    ];
    const done = await attempt(() => ipc.writePromise(owed.client.id, { id, owner, words, due, state }));
    this.writing.delete(id);
    if (done) sayDone(done);
    else this.ticked = before;
    await this.load();
  }

  /** The touchpoint an element of the screen shows. */
  at(target: EventTarget | null): Block | undefined {
    const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
    return key === undefined ? undefined : this.shown.get(key);
  }
}
