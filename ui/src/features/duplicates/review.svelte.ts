/** Pairs that may be one, gone through one after the other. */
import type { DuplicateField, DuplicatePair, Aspect, MergePick, Take } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { attempt, sayDone } from '../../state/steps';

/** Pairs read at once. */
const PAGE = 50;

/** Whose value stays when nobody chooses: both where both can be kept, else the one that says something. */
export function usual({ both, same, a }: DuplicateField): Take {
  if (same) return 'kept';
  return both ? 'both' : a ? 'kept' : 'gone';
}

export class Review {
  total = $state(0);
  /** Which pair of all is shown. */
  at = $state(0);
  /** Something was read. */
  known = $state(false);
  busy = $state(false);
  private pairs = $state.raw<{ from: number; all: DuplicatePair[] }>({ from: 0, all: [] });
  private picked = $state.raw<ReadonlyMap<Aspect, Take>>(new Map());

  get pair(): DuplicatePair | null {
    return this.pairs.all[this.at - this.pairs.from] ?? null;
  }

  /** Whose value of a field would stay. */
  take(field: DuplicateField): Take {
    return this.picked.get(field.field) ?? usual(field);
  }

  /** Says whose value of a field stays. */
  pick(field: Aspect, take: Take): void {
    this.picked = new Map(this.picked).set(field, take);
  }

  /** What the core is told: every field that is a choice. */
  get picks(): MergePick[] {
    return (this.pair?.fields ?? [])
      .filter(({ same }) => !same)
      .map((field) => ({ field: field.field, take: this.take(field) }));
  }

  /** Shows the next pair, or the one before; after the last comes the first. */
  async turn(by: 1 | -1): Promise<void> {
    if (this.total > 0) await this.show((this.at + by + this.total) % this.total);
  }

  /** The two are one. */
  async merge(): Promise<void> {
    const { pair, picks } = this;
    if (pair) await this.decide(() => ipc.merge(pair.a.id, pair.b.id, picks));
  }

  /** The two are not the same, for good. */
  async apart(): Promise<void> {
    const { pair } = this;
    if (pair) await this.decide(() => ipc.notTheSame(pair.a.id, pair.b.id));
  }

  /** Reads, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.show(0);
    const stop = events.changed.listen(() => {
      if (!this.busy) void this.show(this.at);
    });
    return () => void stop.then((unlisten) => unlisten());
  }

  private async decide(work: Parameters<typeof attempt<Awaited<ReturnType<typeof ipc.merge>>>>[0]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const done = await attempt(work);
    if (done) sayDone(done);
    await this.show(this.at);
    this.busy = false;
  }

  /** Shows a pair; what was chosen stays while it is the same two. */
  private async show(at: number): Promise<void> {
    const before = this.pair;
    const from = Math.floor(at / PAGE) * PAGE;
    const found = await attempt(() => ipc.duplicates(from, PAGE));
    if (!found) return;
    this.total = found.total;
    this.known = true;
    if (at >= found.total && found.total > 0) return this.show(found.total - 1);
    this.pairs = { from, all: found.pairs };
    this.at = found.total === 0 ? 0 : at;
    if (before?.a.id !== this.pair?.a.id || before?.b.id !== this.pair?.b.id) this.picked = new Map();
  }
}
