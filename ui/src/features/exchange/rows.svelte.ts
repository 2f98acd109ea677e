/** The rows of a preview, read a page at a time as they come into sight. */
import type { ImportRow, Match } from '../../ipc/bindings.gen';

/** Rows read at once. */
export const PAGE = 200;

/** Reads some rows: the core's `importRows`. */
export type Reader = (only: Match | null, from: number, limit: number) => Promise<{ rows: ImportRow[]; total: number }>;

export class Rows {
  /** Every row with this filter; `undefined` is not read yet. */
  all = $state.raw<(ImportRow | undefined)[]>([]);
  only = $state<Match | null>(null);
  private asked = new Set<number>();

  constructor(
    private readonly read: Reader,
    private readonly failed: (problem: unknown) => void,
  ) {}

  /** Shows the rows of a kind, or all. */
  filter(only: Match | null, total: number): void {
    this.only = only;
    this.asked = new Set();
    this.all = Array.from({ length: total }, () => undefined);
    this.see(0, Math.min(total, PAGE) - 1);
  }

  /** Rows `first` to `last` come into sight. */
  see(first: number, last: number): void {
    for (let page = Math.floor(Math.max(0, first) / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (!this.asked.has(page)) void this.page(page);
    }
  }

  private async page(page: number): Promise<void> {
    const { only } = this;
    this.asked.add(page);
    try {
      const { rows, total } = await this.read(only, page * PAGE, PAGE);
      if (only !== this.only) return;
      const all = this.all.length === total ? [...this.all] : Array.from({ length: total }, (_, n) => this.all[n]);
      rows.forEach((row, n) => (all[page * PAGE + n] = row));
      this.all = all;
    } catch (problem) {
      this.asked.delete(page);
      this.failed(problem);
    }
  }
}
