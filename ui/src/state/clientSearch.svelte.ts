/** The clients a few letters may mean, asked as they are typed. */
import type { ClientRow } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';

/** As many as one looks over at a glance. */
const MOST = 7;

/** Two keys within this time are one question, in milliseconds. */
const PAUSE = 60;

export class ClientSearch {
  /** What was found for `words`. */
  found = $state.raw<{ words: string; rows: ClientRow[] }>({ words: '', rows: [] });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';

  /** Looks for words; nothing is asked for none. */
  look(words: string): void {
    const wanted = words.trim();
    clearTimeout(this.timer);
    this.asked = wanted;
    if (!wanted) {
      this.found = { words: '', rows: [] };
      return;
    }
    this.timer = setTimeout(() => void this.ask(wanted), PAUSE);
  }

  private async ask(words: string): Promise<void> {
    const rows = await ipc.clients(words).catch(() => []);
    if (words === this.asked) this.found = { words, rows: rows.slice(0, MOST) };
  }
}

/** Whether words name a client exactly, whatever the case and the accents. */
export function isNamed(rows: { name: string }[], words: string): boolean {
  return rows.some(({ name }) => name.localeCompare(words.trim(), undefined, { sensitivity: 'base' }) === 0);
}
