/**
 * A few lines edited together (numbers, addresses, fields of one's own): they are written as one when one leaves them,
 * so that a number half typed is never kept and one undo takes the whole edit back.
 */
export class Lines<Line> {
  /** The lines as they are being typed; nothing while nobody types. */
  private draft = $state<Line[] | null>(null);
  /** Why they could not be kept; empty when they could. */
  problem = $state('');

  /** `save` answers why the lines cannot be kept, or an empty text once they are. */
  constructor(
    private readonly given: {
      kept: () => Line[];
      blank: () => Line;
      isBlank: (line: Line) => boolean;
      save: (lines: Line[]) => Promise<string>;
    },
  ) {}

  /** What is shown. */
  get all(): Line[] {
    return this.draft ?? this.given.kept();
  }

  /** Types in a line. */
  change(at: number, line: Line): void {
    this.draft = this.all.map((it, n) => (n === at ? line : it));
  }

  /** One more, unless the last one is still blank. */
  add(): void {
    const last = this.all.at(-1);
    if (last === undefined || !this.given.isBlank(last)) this.draft = [...this.all, this.given.blank()];
  }

  /** Takes a line away, and writes that. */
  async remove(at: number): Promise<void> {
    this.draft = this.all.filter((_, n) => n !== at);
    await this.commit();
  }

  /** Forgets what was typed. */
  reset(): void {
    this.draft = null;
    this.problem = '';
  }

  /** Writes the lines that say something, when they are not those that are kept. What cannot be kept stays to be mended. */
  async commit(): Promise<void> {
    if (this.draft === null) return;
    const lines = this.draft.filter((line) => !this.given.isBlank(line));
    if (JSON.stringify(lines) === JSON.stringify(this.given.kept())) return this.reset();
    this.problem = await this.given.save(lines);
    if (!this.problem) this.draft = null;
  }
}
