/** What some words find, asked as they are typed. What was found stays until the answer to the newest words is there. */
import type { SearchAnswer, SearchHit } from '../../ipc/bindings.gen';
import { Newest } from '../../shared/newest';

/** As many of each kind as one looks over at a glance, and as many as one reads through. */
const FEW = 5;
const MANY = 50;

/** How long the index is left to catch up before it is asked again, in milliseconds. */
const SOON = 400;

/** Asks: the core's `search`. */
export type Searcher = (words: string, limit: number) => Promise<SearchAnswer>;

const NOTHING: SearchAnswer = { groups: [], catchingUp: false, revision: 0 };

interface Question {
  words: string;
  limit: number;
}

export class Finding {
  /** What was found, and for which words; no words at first. */
  found = $state.raw<{ words: string; answer: SearchAnswer }>({ words: '', answer: NOTHING });

  private limit = $state(FEW);
  private wanted = '';
  private frame = 0;
  private later: ReturnType<typeof setTimeout> | undefined;
  private readonly newest: Newest<Question, SearchAnswer>;

  constructor(search: Searcher) {
    this.newest = new Newest(
      ({ words, limit }) => search(words, limit),
      ({ words, limit }, answer) => this.take(words, limit, answer),
    );
  }

  /** The key of what is best. */
  get first(): string | null {
    return this.hits.at(0)?.key ?? null;
  }

  /** Every hit, in the order they are shown. */
  get hits(): SearchHit[] {
    return this.found.answer.groups.flatMap(({ hits }) => hits);
  }

  /** Looks for words, a frame later; for none, nothing is found at once. */
  look(words: string): void {
    this.wanted = words.trim();
    this.limit = FEW;
    if (this.wanted === '') {
      this.stop();
      this.found = { words: '', answer: NOTHING };
    } else this.askSoon();
  }

  /** Whether there are more of a kind than are shown, and one may ask for them. */
  hasMore(total: number, shown: number): boolean {
    return total > shown && this.limit < MANY;
  }

  /** Looks for more of the same. */
  more(): void {
    this.limit = MANY;
    this.askSoon();
  }

  /** Looks again: something was written. */
  again(): void {
    if (this.wanted !== '') this.askSoon();
  }

  /** Wants nothing any more. */
  stop(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.later);
    this.newest.forget();
  }

  private askSoon(): void {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.later);
    this.frame = requestAnimationFrame(() => this.newest.want({ words: this.wanted, limit: this.limit }));
  }

  private take(words: string, limit: number, answer: SearchAnswer): void {
    if (words !== this.wanted || limit !== this.limit) return;
    this.found = { words, answer };
    if (answer.catchingUp) this.later = setTimeout(() => this.again(), SOON);
  }
}
