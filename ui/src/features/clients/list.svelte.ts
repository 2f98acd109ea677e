/**
 * The list of clients: which are shown, in what order and with which columns, where one is in it, and which of them are
 * selected. The way it is left is kept without being asked.
 */
import type { BulkEdit, ClientRow, Column, Facets, Filter, ListQuery, Sort } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { attempt, sayDone, sayProblem } from '../../state/steps';
import { EVERYONE, BY_NAME, type Way } from './filters';
import { Rows } from './rows.svelte';
import { Selection } from './selection.svelte';

/** Two keys, or two writes, within this time are one question, in milliseconds. */
const PAUSE = 60;

class ClientsList {
  words = $state('');
  filter = $state.raw<Filter>(EVERYONE);
  sort = $state.raw<Sort>(BY_NAME);
  columns = $state.raw<Column[]>([]);
  /** What it can be filtered by. */
  facets = $state.raw<Facets>({ tags: [], markets: [], tiers: [], living: 0, archived: 0 });
  /** The row the keyboard is on. */
  at = $state(0);
  /** The way it was left was read. */
  ready = $state(false);

  readonly selection = new Selection();
  readonly rows = new Rows<ClientRow>((from, limit) => ipc.clientsPage(this.query(from, limit)), sayProblem);

  private asking: ReturnType<typeof setTimeout> | undefined;
  private reading: ReturnType<typeof setTimeout> | undefined;

  /** The way one looks at it now. */
  get way(): Way {
    return { filter: this.filter, sort: this.sort, columns: this.columns };
  }

  /** Types in the filter: by name, as one goes. */
  type(words: string): void {
    this.words = words;
    this.at = 0;
    clearTimeout(this.asking);
    this.asking = setTimeout(() => void this.rows.begin(), PAUSE);
  }

  /** Looks another way, and remembers it. */
  look(way: Partial<Way>): void {
    const again = way.filter !== undefined || way.sort !== undefined;
    if (way.filter) this.filter = way.filter;
    if (way.sort) this.sort = way.sort;
    if (way.columns) this.columns = way.columns;
    if (again) {
      this.at = 0;
      clearTimeout(this.asking);
      void this.rows.begin();
    }
    // A convenience: not being able to keep it is no news to anyone.
    ipc.leaveView({ id: null, name: '', ...this.way }).catch(() => undefined);
  }

  /** Selects a row, or not any more. */
  toggle(at: number): void {
    const row = this.rows.all?.[at];
    if (row) this.selection.toggle(row.id, at);
  }

  /** Draws the selection from the row one is on, or from the last choice, to another. */
  async extend(from: 'here' | 'choice', to: number): Promise<void> {
    const begin = from === 'here' ? this.selection.goOn(this.at) : this.selection.begin(to);
    const there = this.rows.between(begin, to)?.map(({ id }) => id);
    const ids = there ?? (await this.ids())?.slice(Math.min(begin, to), Math.max(begin, to) + 1);
    if (ids) this.selection.range(ids, to);
  }

  /** Selects every client that matches. */
  async selectAll(): Promise<void> {
    const ids = await this.ids();
    if (ids) this.selection.set(ids);
  }

  /** Changes all the selected ones at once; tells whether it could. */
  async change(edit: BulkEdit, ids: Iterable<string> = this.selection.ids): Promise<boolean> {
    const done = await attempt(() => ipc.bulkClients([...ids], edit));
    if (!done) return false;
    sayDone(done);
    // Whoever left the list is selected no more.
    if (edit.trash || typeof edit.archived === 'boolean') this.selection.clear();
    return true;
  }

  /** Reads, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.open();
    const stop = events.changed.listen(() => {
      clearTimeout(this.reading);
      this.reading = setTimeout(() => void this.refresh(), PAUSE);
    });
    return () => {
      clearTimeout(this.asking);
      clearTimeout(this.reading);
      void stop.then((unlisten) => unlisten());
    };
  }

  private async open(): Promise<void> {
    if (this.ready) return this.refresh();
    const left = await attempt(ipc.leftView);
    if (left) {
      this.filter = left.filter;
      this.sort = left.sort;
      this.columns = left.columns;
    }
    this.ready = true;
    await Promise.all([this.rows.begin(), this.readFacets()]);
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.rows.refresh(), this.readFacets()]);
    this.at = Math.max(0, Math.min(this.at, this.rows.total - 1));
  }

  private async readFacets(): Promise<void> {
    this.facets = (await ipc.listFacets().catch(() => null)) ?? this.facets;
  }

  private ids(): Promise<string[] | undefined> {
    return attempt(() => ipc.clientIds(this.query(0, 0)));
  }

  private query(from: number, limit: number): ListQuery {
    return { words: this.words.trim(), filter: this.filter, sort: this.sort, from, limit };
  }
}

export const list = new ClientsList();
