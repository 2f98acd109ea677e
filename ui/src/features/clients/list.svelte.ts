/** The list of clients as it is filtered and gone through. */
import type { ClientRow } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { sayProblem } from '../../state/steps';

/** Two keys within this time are one question, in milliseconds. */
const PAUSE = 60;

class ClientsList {
  rows = $state.raw<ClientRow[] | null>(null);
  words = $state('');
  /** The row the keyboard is on. */
  at = $state(0);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Filters by name, as one types. */
  filter(words: string): void {
    this.words = words;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), PAUSE);
  }

  /** Reads the list. What was there stays until the answer. */
  async read(): Promise<void> {
    const words = this.words.trim();
    try {
      const rows = await ipc.clients(words);
      if (words !== this.words.trim()) return;
      this.rows = rows;
      this.at = Math.min(this.at, Math.max(0, rows.length - 1));
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** Reads, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.read();
    const stop = events.changed.listen(() => void this.read());
    return () => {
      clearTimeout(this.timer);
      void stop.then((unlisten) => unlisten());
    };
  }
}

export const list = new ClientsList();
