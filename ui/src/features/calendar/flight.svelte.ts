/**
 * Whether the hand flies: it changes places faster than anybody reads what is said of them. Sentences would only be drawn
 * and taken away then, a frame each; the day, the hour and the verdict stay.
 */

/** Places less than so long apart are flown over, in milliseconds. */
export const FLIES_MS = 70;
/** It has landed when it stays at a place for so long, in milliseconds. */
export const LANDS_MS = 110;

export class Flight {
  flying = $state(false);
  private last = -Infinity;
  private landing: ReturnType<typeof setTimeout> | undefined;

  /** The hand is at another place at this time, in milliseconds. */
  step(time: number): void {
    clearTimeout(this.landing);
    this.flying = time - this.last < FLIES_MS;
    this.last = time;
    if (this.flying) this.landing = setTimeout(() => (this.flying = false), LANDS_MS);
  }

  /** The hand is open. */
  end(): void {
    clearTimeout(this.landing);
    this.flying = false;
    this.last = -Infinity;
  }
}

/** The pointer's, over the calendar. */
export const flight = new Flight();
