/**
 * Whether the hand flies: it changes places faster than anybody reads what is said of them. Sentences and free
 * places near would only be drawn and taken away then, a frame each; the day, the hour and the verdict stay.
 */

/** Places less than so long apart are flown over, in milliseconds. */
export const FLIES_MS = 70;
/** It has landed when it stays at a place for so long, in milliseconds. */
export const LANDS_MS = 110;

export class Flight {
  flying = $state(false);
  private last = -Infinity;
  private landing: ReturnType<typeof setTimeout> | undefined;
  private waiting: (() => void) | null = null;

  /** The hand is at another place at this time, in milliseconds. */
  step(time: number): void {
    clearTimeout(this.landing);
    this.waiting = null;
    this.flying = time - this.last < FLIES_MS;
    this.last = time;
    if (this.flying) this.landing = setTimeout(() => this.land(), LANDS_MS);
  }

  /** Does this at once on the ground, and in the air when it has landed where it is; not at all when it flies on. */
  landed(then: () => void): void {
    if (this.flying) this.waiting = then;
    else then();
  }

  /** The hand is open. */
  end(): void {
    clearTimeout(this.landing);
    this.waiting = null;
    this.flying = false;
    this.last = -Infinity;
  }

  private land(): void {
    const then = this.waiting;
    this.waiting = null;
    this.flying = false;
    then?.();
  }
}

/** The pointer's, over the calendar. */
export const flight = new Flight();
