/** The clock, as the core reads it: wall time of the home zone. The page never reads one of its own. */
import type { Now } from '../ipc/bindings.gen';
import { dateIn, type IsoDate, type Wall } from '../intents/wall';

class Clock {
  /** `2026-11-24T09:12`. */
  wall = $state<Wall>('1970-01-01T00:00');
  /** IANA name of the home zone. */
  zone = $state('UTC');
  /** The machine's zone, when it is to be asked whether the calendar moves along to it. */
  elsewhere = $state<string | null>(null);
  /** The clock stands still (`--now`). */
  fixed = $state(false);
  /** Today. */
  date: IsoDate = $derived(dateIn(this.wall));

  /** Takes a reading. */
  set(read: Now): void {
    this.wall = read.wall;
    this.zone = read.zone;
    this.fixed = read.fixed;
    this.elsewhere = read.elsewhere;
  }

  /** Reads again each time the minute turns, and when the window comes back from sleep. Gives back how to stop. */
  tick(read: () => Promise<Now>): () => void {
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      clearTimeout(timer);
      // A reading that fails is made again at the next minute.
      await read().then(
        (it) => this.set(it),
        () => undefined,
      );
      if (!this.fixed) timer = setTimeout(again, 60_050 - (Date.now() % 60_000));
    };
    const woken = () => void (document.visibilityState === 'visible' && !this.fixed && again());
    document.addEventListener('visibilitychange', woken);
    if (!this.fixed) timer = setTimeout(again, 60_050 - (Date.now() % 60_000));
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', woken);
    };
  }
}

export const now = new Clock();
