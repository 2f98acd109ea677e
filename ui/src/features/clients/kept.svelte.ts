/** The ways of looking at the list that were given a name. */
import type { ListView } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { attempt, sayDone } from '../../state/steps';
import { BY_NAME, EVERYONE, isSameWay, viewOf } from './filters';
import { list } from './list.svelte';

class Views {
  all = $state.raw<ListView[]>([]);
  /** The one that was chosen last; `null` is everyone. */
  private chosen = $state<string | null>(null);

  /** The view one is in, perhaps changed since. */
  current = $derived.by(() => {
    const chosen = this.all.find(({ id }) => id === this.chosen);
    return chosen ?? viewOf(this.all, list.way) ?? null;
  });

  /** Whether one looks another way than the view one is in. */
  changed = $derived.by(() => {
    if (this.current) return !isSameWay(this.current, list.way);
    return !isSameWay({ ...list.way, filter: EVERYONE }, list.way);
  });

  /** Looks the way a view does. */
  show(view: ListView): void {
    this.chosen = view.id;
    list.look({ filter: view.filter, sort: view.sort, columns: view.columns });
  }

  /** Looks at everyone, with the columns as they are. */
  showEveryone(): void {
    this.chosen = null;
    // Else what is left could still be a view that was kept.
    list.look({ filter: EVERYONE, sort: BY_NAME });
  }

  /** Keeps the way one looks, as a new view; tells whether it could. */
  async keep(name: string): Promise<boolean> {
    return this.save({ id: null, name, ...list.way });
  }

  /** Keeps the way one looks, in the view one is in. */
  async update(): Promise<void> {
    if (this.current) await this.save({ ...this.current, ...list.way });
  }

  /** Gives the view one is in another name; tells whether it could. */
  async rename(name: string): Promise<boolean> {
    return this.current ? this.save({ ...this.current, name }) : false;
  }

  /** Takes the view one is in away. */
  async remove(): Promise<void> {
    const id = this.current?.id;
    const done = id ? await attempt(() => ipc.deleteView(id)) : undefined;
    if (!done) return;
    this.chosen = null;
    await this.read();
    sayDone(done);
  }

  /** Reads, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.read();
    const stop = events.changed.listen(() => void this.read());
    return () => void stop.then((unlisten) => unlisten());
  }

  private async save(view: ListView): Promise<boolean> {
    const made = await attempt(() => ipc.saveView({ ...view, name: view.name.trim() }));
    if (!made) return false;
    await this.read();
    this.chosen = made.id;
    sayDone(made.done);
    return true;
  }

  private async read(): Promise<void> {
    this.all = (await ipc.views().catch(() => null)) ?? this.all;
  }
}

export const views = new Views();
