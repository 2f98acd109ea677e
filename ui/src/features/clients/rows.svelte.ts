/**
 * The rows of the list, read a page at a time as they come into sight.
 *
 * What was read stays on screen until its place is read anew, so that neither a letter typed nor a write elsewhere ever
 * blanks the list; an answer to a question asked before the newest one is dropped.
 */

/** Rows read at once. */
export const PAGE = 100;

/** What the core answers: the rows from a place on, and how many there are in all. */
export interface Piece<Row> {
  rows: Row[];
  total: number;
}

export class Rows<Row> {
  /** Every place of the list, `undefined` where nothing was read yet; `null` before the first answer. */
  all = $state.raw<readonly (Row | undefined)[] | null>(null);

  private era = 0;
  private asked = new Set<number>();
  private seen: [number, number] = [0, 0];

  constructor(
    private readonly read: (from: number, limit: number) => Promise<Piece<Row>>,
    private readonly failed: (problem: unknown) => void,
  ) {}

  /** How many there are. */
  get total(): number {
    return this.all?.length ?? 0;
  }

  /** Asks another question: its first page takes the place of everything, all at once. */
  begin(): Promise<void> {
    this.seen = [0, 0];
    return this.anew(false);
  }

  /** Asks the same question again: something was written. */
  refresh(): Promise<void> {
    return this.anew(true);
  }

  /** Rows `first` to `last` are in sight. */
  see(first: number, last: number): void {
    this.seen = [Math.max(0, first), Math.max(0, last)];
    if (!this.all) return;
    for (const page of pagesOf(this.seen[0], Math.min(this.seen[1], this.total - 1))) {
      if (!this.asked.has(page)) void this.page(page);
    }
  }

  /** The rows between two places, both included, when all of them were read. */
  between(one: number, other: number): Row[] | null {
    const [first, last] = one < other ? [one, other] : [other, one];
    const rows = this.all?.slice(first, last + 1) ?? [];
    return rows.length === last - first + 1 && rows.every((row) => row !== undefined) ? (rows as Row[]) : null;
  }

  /** Reads what is in sight; with `keep`, what is out of sight stays until it is looked at. */
  private async anew(keep: boolean): Promise<void> {
    const era = (this.era += 1);
    const pages = pagesOf(...this.seen);
    const from = pages[0] * PAGE;
    this.asked = new Set(pages);
    try {
      let piece = await this.read(from, pages.length * PAGE);
      if (era !== this.era) return;
      if (piece.rows.length === 0 && piece.total > 0 && from > 0) {
        // The list became shorter than where one looked.
        this.asked = new Set([0]);
        piece = await this.read(0, PAGE);
        if (era !== this.era) return;
        this.all = laid([], piece, 0);
        return;
      }
      this.all = laid(keep ? (this.all ?? []) : [], piece, from);
      // What one looks at may have changed while it was read.
      this.see(...this.seen);
    } catch (problem) {
      if (era === this.era) this.failed(problem);
    }
  }

  private async page(page: number): Promise<void> {
    const { era } = this;
    this.asked.add(page);
    try {
      const piece = await this.read(page * PAGE, PAGE);
      if (era === this.era) this.all = laid(this.all ?? [], piece, page * PAGE);
    } catch (problem) {
      if (era !== this.era) return;
      this.asked.delete(page);
      this.failed(problem);
    }
  }
}

/** The pages rows `first` to `last` are on; one at least. */
function pagesOf(first: number, last: number): number[] {
  const begin = Math.floor(Math.max(0, first) / PAGE);
  const end = Math.max(begin, Math.floor(last / PAGE));
  return Array.from({ length: end - begin + 1 }, (_, n) => begin + n);
}

/** The places of a list, with a piece laid over what was known. */
function laid<Row>(known: readonly (Row | undefined)[], piece: Piece<Row>, from: number): (Row | undefined)[] {
  const all = known.slice(0, piece.total);
  while (all.length < piece.total) all.push(undefined);
  piece.rows.forEach((row, n) => (all[from + n] = row));
  return all;
}
