/** Who was not heard of for three years: read, chosen among, kept for now. */
import { SvelteSet } from 'svelte/reactivity';
import type { SilentLine } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { attempt, sayDone } from '../../state/steps';

/** Lines read at once. */
const PAGE = 100;

export class ReviewModel {
  lines = $state.raw<SilentLine[] | null>(null);
  total = $state(0);
  /** Those chosen, by id. */
  readonly chosen = new SvelteSet<string>();
  /** The day one is asked again. */
  until = $state('');
  why = $state('');

  /** Reads as many as were read, or the first. */
  async read(most: number = Math.max(PAGE, this.lines?.length ?? 0)): Promise<void> {
    const read = await attempt(() => ipc.silentPeople(0, most));
    if (!read) return;
    this.lines = read.lines;
    this.total = read.total;
    this.until ||= read.later;
    const there = new Set(read.lines.map(({ id }) => id));
    for (const id of this.chosen) if (!there.has(id)) this.chosen.delete(id);
  }

  /** Reads some more. */
  more(): Promise<void> {
    return this.read((this.lines?.length ?? 0) + PAGE);
  }

  /** Reads it, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.read();
    const stop = events.changed.listen(() => void this.read());
    return () => void stop.then((unlisten) => unlisten());
  }

  choose(id: string, on: boolean): void {
    if (on) this.chosen.add(id);
    else this.chosen.delete(id);
  }

  chooseAll(on: boolean): void {
    this.chosen.clear();
    if (on) for (const { id } of this.lines ?? []) this.chosen.add(id);
  }

  /** Keeps people until the day one said; one step to undo, however many they are. */
  async keep(ids: string[]): Promise<void> {
    const done = await attempt(() => ipc.keepPeople(ids, this.until, this.why));
    if (!done) return;
    sayDone(done);
    this.chosen.clear();
    await this.read();
  }
}
