/**
 * Which clients are selected. A range runs from where the last single choice was made; drawing it longer or shorter
 * takes back only what the range itself had added.
 */
export class Selection {
  /** The selected ones. */
  ids = $state.raw<ReadonlySet<string>>(new Set());

  /** The place a range begins at, and the one it ends at for now. */
  private anchor: number | null = null;
  private end: number | null = null;
  /** What was selected before the range that is being drawn. */
  private before: ReadonlySet<string> = new Set();

  /** How many. */
  get count(): number {
    return this.ids.size;
  }

  /** Whether one is among them. */
  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** Takes one in, or out; the next range begins there. */
  toggle(id: string, at: number): void {
    const ids = new Set(this.ids);
    if (!ids.delete(id)) ids.add(id);
    this.settle(ids, at);
  }

  /** Where a range drawn by arrows from a place begins: the last range goes on when that is where it ended. */
  goOn(at: number): number {
    if (this.end !== at) this.settle(this.ids, at);
    return this.anchor ?? at;
  }

  /** Where a range to a place that is pointed at begins: at the last choice, else there. */
  begin(at: number): number {
    if (this.anchor === null) this.settle(this.ids, at);
    return this.anchor ?? at;
  }

  /** The range holds these now and ends there: what it held before and holds no more goes. */
  range(ids: Iterable<string>, end: number): void {
    this.end = end;
    this.ids = new Set([...this.before, ...ids]);
  }

  /** Exactly these. */
  set(ids: Iterable<string>): void {
    this.settle(new Set(ids), null);
  }

  /** None. */
  clear(): void {
    this.settle(new Set(), null);
  }

  private settle(ids: ReadonlySet<string>, anchor: number | null): void {
    this.ids = ids;
    this.before = ids;
    this.anchor = anchor;
    this.end = anchor;
  }
}
