/**
 * Which rows of a preview come in, and as what: all that is new, those that differ when one says so, field by field
 * where one looks closer, but for what is left out.
 */
import type {
  Aspect,
  ImportChoice,
  ImportCounts,
  ImportRow,
  Match,
  RowChoice,
  RowInto,
  Side,
} from '../../ipc/bindings.gen';

/** What was chosen for one row. */
interface Chosen {
  verdict: Match;
  /** Who somebody who looks like another is; undecided, they come in as they are and are looked at later. */
  into: RowInto | null;
  fields: ReadonlyMap<Aspect, Side>;
}

export class Selection {
  /** Whether entries that differ replace what is here, where nothing was chosen for the row itself. */
  takeDiffering = $state(false);
  private skipped = $state.raw<ReadonlyMap<number, Match>>(new Map());
  private chosen = $state.raw<ReadonlyMap<number, Chosen>>(new Map());

  constructor(private readonly counts: ImportCounts | null) {}

  /** Whether it is a matter of choice at all. */
  mayTake({ verdict }: ImportRow): boolean {
    return verdict === 'new' || verdict === 'near' || verdict === 'differs';
  }

  /** Whether a row would come in; of one that differs, whether anything of it would. */
  takes(row: ImportRow): boolean {
    if (!this.mayTake(row)) return false;
    if (row.verdict !== 'differs') return !this.skipped.has(row.index);
    const chosen = this.chosen.get(row.index);
    return chosen ? anyThere(chosen) : this.takeDiffering;
  }

  /** Takes a row, or leaves it out. */
  set(row: ImportRow, taken: boolean): void {
    if (row.verdict === 'differs') return this.all(row, taken ? 'there' : 'here');
    const skipped = new Map(this.skipped);
    if (taken) skipped.delete(row.index);
    else skipped.set(row.index, row.verdict);
    this.skipped = skipped;
  }

  /** Who somebody who looks like another was said to be. */
  into(row: ImportRow): RowInto | null {
    return this.chosen.get(row.index)?.into ?? null;
  }

  /** Says who they are; `null` leaves it for later. */
  become(row: ImportRow, into: RowInto | null): void {
    const fields =
      into === 'known' ? new Map(row.differing.map((it) => [it.field, this.side(row, it.field)])) : new Map();
    this.choose(row, into === null ? null : { verdict: row.verdict, into, fields });
  }

  /** Which side a field would be taken from. */
  side(row: ImportRow, field: Aspect): Side {
    const chosen = this.chosen.get(row.index)?.fields.get(field);
    if (chosen) return chosen;
    if (row.verdict === 'differs') return this.takeDiffering ? 'there' : 'here';
    // What is here stays, and what is not here yet comes in.
    return row.differing.some((it) => it.field === field && it.here === '') ? 'there' : 'here';
  }

  /** Takes a field from a side. */
  pick(row: ImportRow, field: Aspect, side: Side): void {
    const fields = new Map(row.differing.map((it) => [it.field, it.field === field ? side : this.side(row, it.field)]));
    this.choose(row, { verdict: row.verdict, into: 'known', fields });
  }

  /** Takes every field of a row from a side. */
  all(row: ImportRow, side: Side): void {
    const fields = new Map(row.differing.map((it) => [it.field, side]));
    this.choose(row, { verdict: row.verdict, into: 'known', fields });
  }

  /** How many would come in. */
  get total(): number {
    if (!this.counts) return 0;
    const differing = [...this.chosen.values()].filter(({ verdict }) => verdict === 'differs');
    const taken = differing.filter(anyThere).length;
    return (
      this.left('new', this.counts.new) +
      this.left('near', this.counts.near) +
      (this.takeDiffering ? this.counts.differs - (differing.length - taken) : taken)
    );
  }

  /** What the core is told. */
  choice(): ImportChoice {
    const entries = [...this.chosen];
    const kept = entries.filter(([, it]) => it.verdict === 'differs' && !anyThere(it)).map(([row]) => row);
    const rows = entries
      .filter(([row]) => !kept.includes(row) && !this.skipped.has(row))
      .map(([row, { into, fields }]): RowChoice => ({
        row,
        into: into ?? 'known',
        fields: [...fields].map(([field, side]) => ({ field, side })),
      }));
    return {
      skip: [...this.skipped.keys(), ...kept].sort((a, b) => a - b),
      takeDiffering: this.takeDiffering,
      rows: rows.sort((a, b) => a.row - b.row),
    };
  }

  private choose(row: ImportRow, chosen: Chosen | null): void {
    const all = new Map(this.chosen);
    if (chosen) all.set(row.index, chosen);
    else all.delete(row.index);
    this.chosen = all;
  }

  private left(verdict: Match, of: number): number {
    return of - [...this.skipped.values()].filter((it) => it === verdict).length;
  }
}

/** Whether anything is taken from the file. */
function anyThere({ fields }: Chosen): boolean {
  return [...fields.values()].includes('there');
}
