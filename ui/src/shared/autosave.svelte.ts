/** Edits written as they are made, one after the other, and how that stands. */

/** How the last edit stands. */
export type Saving = 'rest' | 'saving' | 'saved' | 'failed';

export class Autosave<Edit> {
  status = $state<Saving>('rest');
  private line: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** `write` must answer once it is on disk; `failed` is told what went wrong and how to try again. */
  constructor(
    private readonly write: (edit: Edit) => Promise<void>,
    private readonly failed: (problem: unknown, retry: () => void) => void,
  ) {}

  /** Whether edits are still on their way. */
  get busy(): boolean {
    return this.waiting > 0;
  }

  /** Writes an edit after those before it; tells whether it is on disk. */
  save(edit: Edit): Promise<boolean> {
    this.waiting += 1;
    this.status = 'saving';
    const done = this.line.then(() => this.one(edit));
    this.line = done;
    return done;
  }

  private async one(edit: Edit): Promise<boolean> {
    try {
      await this.write(edit);
      this.waiting -= 1;
      if (this.waiting === 0) this.status = 'saved';
      return true;
    } catch (problem) {
      this.waiting -= 1;
      this.status = 'failed';
      this.failed(problem, () => void this.save(edit));
      return false;
    }
  }
}
