/** Which rows of a preview come in: all the new ones, and those that differ when one says so, but for what is left out. */
import type { ImportChoice, ImportCounts, ImportRow, Match } from '../../ipc/bindings.gen';

export class Selection {
  /** Whether entries that differ replace what is here. */
  takeDiffering = $state(false);
  private skipped = $state.raw<ReadonlyMap<number, Match>>(new Map());

  constructor(private readonly counts: ImportCounts | null) {}

  /** Whether a row would come in. */
  takes(row: ImportRow): boolean {
    return this.mayTake(row) && !this.skipped.has(row.index);
  }

  /** Whether it is a matter of choice at all. */
  mayTake({ verdict }: ImportRow): boolean {
    return verdict === 'new' || (verdict === 'differs' && this.takeDiffering);
  }

  /** Takes a row, or leaves it out. */
  set(row: ImportRow, taken: boolean): void {
    const skipped = new Map(this.skipped);
    if (taken) skipped.delete(row.index);
    else skipped.set(row.index, row.verdict);
    this.skipped = skipped;
  }

  /** How many would come in. */
  get total(): number {
    if (!this.counts) return 0;
    return this.left('new', this.counts.new) + (this.takeDiffering ? this.left('differs', this.counts.differs) : 0);
  }

  /** What the core is told. */
  choice(): ImportChoice {
    return { skip: [...this.skipped.keys()].sort((a, b) => a - b), takeDiffering: this.takeDiffering, rows: [] };
  }

  private left(verdict: Match, of: number): number {
    return of - [...this.skipped.values()].filter((it) => it === verdict).length;
  }
}
