/**
 * What a thing in the hand would meet on the other days at the same hour, asked day by day while the hand rests.
 *
 * Never at the price of a frame: nothing is asked before the hand has stayed at an hour for a moment, one day at a time,
 * a pause between two, and everything is given up as soon as the hand is at another hour or open.
 */

/** How long a hand stays at an hour before the other days are asked, in milliseconds. */
export const REST_MS = 140;
/** The pause between two days, in milliseconds: a frame and a half. */
export const PAUSE_MS = 24;

export class Foresight<Level> {
  private turn = 0;
  private at: string | null = null;

  /** `ask` answers for a day; `tell` is given every day known at this hour, and none when it is given up. */
  constructor(
    private readonly ask: (date: string, minute: number) => Promise<Level>,
    private readonly tell: (known: ReadonlyMap<string, Level>) => void,
    private readonly wait: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
  ) {}

  /** The hand is at an hour; `what` tells two things in it apart. Asked again at the same hour, it goes on as it was. */
  look(what: string, minute: number, dates: string[]): void {
    const at = `${what} ${minute} ${dates[0] ?? ''}`;
    if (at === this.at) return;
    this.forget();
    this.at = at;
    void this.go(this.turn, minute, dates);
  }

  /** The hand is open, or nowhere: what was seen is forgotten, and no answer is told any more. */
  forget(): void {
    this.turn += 1;
    if (this.at !== null) this.tell(new Map());
    this.at = null;
  }

  private async go(turn: number, minute: number, dates: string[]): Promise<void> {
    await this.wait(REST_MS);
    const known = new Map<string, Level>();
    for (const date of dates) {
      if (turn !== this.turn) return;
      // A day that can't be judged stays untold.
      const level = await this.ask(date, minute).catch(() => null);
      if (turn !== this.turn) return;
      if (level !== null) this.tell(new Map(known.set(date, level)));
      await this.wait(PAUSE_MS);
    }
  }
}
