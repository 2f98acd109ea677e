/** What of the history is shown, and how more of it is asked for. */
import type { ClientRef, HistoryLine } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { attempt } from '../../state/steps';

/** As many lines as are asked for at once. */
const PAGE = 60;
/** Two keys within this time are one question, in milliseconds. */
const PAUSE = 120;

export class HistoryLines {
  /** The lines, the latest first; `null` before the first answer. */
  all = $state.raw<HistoryLine[] | null>(null);
  /** There is no more. */
  whole = $state(false);
  /** Words that are looked for. */
  words = $state('');
  /** Whose history is shown; everybody's when nobody is chosen. */
  client = $state.raw<ClientRef | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** Whether only some of it is looked at. */
  get sifted(): boolean {
    return this.words.trim() !== '' || this.client !== null;
  }

  /** Reads again what is shown. */
  async read(): Promise<void> {
    const most = Math.max(PAGE, this.all?.length ?? 0);
    const lines = await this.ask(null, most);
    if (!lines) return;
    this.whole = lines.length < most;
    this.all = lines;
  }

  /** Reads on. */
  async more(): Promise<void> {
    const last = this.all?.at(-1)?.steps.at(-1);
    if (last === undefined) return;
    const lines = await this.ask(last, PAGE);
    if (!lines) return;
    this.whole = lines.length < PAGE;
    this.all = [...(this.all ?? []), ...lines];
  }

  /** Other words are looked for. */
  look(words: string): void {
    this.words = words;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.again(), PAUSE);
  }

  /** Another client is looked at, or everybody. */
  of(client: ClientRef | null): void {
    this.client = client;
    void this.again();
  }

  private again(): Promise<void> {
    this.all = this.all?.slice(0, PAGE) ?? null;
    return this.read();
  }

  /** An answer to what is asked no more is nothing. */
  private async ask(before: number | null, most: number): Promise<HistoryLine[] | undefined> {
    const asked = ++this.asked;
    const words = this.words.trim();
    const lines = await attempt(() => ipc.history(before, most, this.client?.id ?? null, words || null));
    return asked === this.asked ? lines : undefined;
  }
}
