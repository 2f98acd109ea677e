/** Telling the core that somebody is there, and not for every move of the pointer. */

/** How far apart it is told, in milliseconds: a tenth of the shortest wait one can choose, at most. */
const APART = 6_000;

/** What a person does that is worth telling. */
const GESTURES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

export class Stirring {
  private told = -Infinity;

  /** Whether a gesture at `now` is told. */
  tells(now: number): boolean {
    if (now - this.told < APART) return false;
    this.told = now;
    return true;
  }
}

/** Tells it from now on. Gives back how to stop. */
export function watchGestures(tell: () => void): () => void {
  const stirring = new Stirring();
  const seen = () => void (stirring.tells(performance.now()) && tell());
  for (const gesture of GESTURES) addEventListener(gesture, seen, { capture: true, passive: true });
  return () => {
    for (const gesture of GESTURES) removeEventListener(gesture, seen, { capture: true });
  };
}
