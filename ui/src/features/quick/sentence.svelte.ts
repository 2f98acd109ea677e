/** A sentence as it is typed, what it means, and which of its meanings were chosen. */
import type { Quick, QuickChoice } from '../../ipc/bindings.gen';
import { Newest } from '../../shared/newest';

/** Reads: the core's `read_sentence`. */
export type Reader = (sentence: string, choices: QuickChoice[]) => Promise<Quick>;

interface Question {
  words: string;
  choices: QuickChoice[];
}

export class Sentence {
  /** What the newest words mean; nothing while they are no touchpoint. */
  read = $state.raw<Quick | null>(null);

  private words = '';
  private choices: QuickChoice[] = [];
  private readonly newest: Newest<Question, Quick>;

  constructor(reader: Reader) {
    this.newest = new Newest(
      ({ words, choices }) => reader(words, choices),
      ({ words, choices }, quick) => {
        if (words === this.words && choices === this.choices) this.read = isTouchpoint(quick) ? quick : null;
      },
    );
  }

  /** Reads these words. What was chosen holds as long as its own words stand. */
  look(words: string): void {
    this.words = words;
    this.choices = this.choices.filter((choice) => words.includes(choice.words));
    if (words.trim() === '') {
      this.newest.forget();
      this.read = null;
    } else this.newest.want({ words, choices: this.choices });
  }

  /** Takes one of the meanings of a chip. */
  choose(words: string, at: number): void {
    this.choices = [...this.choices.filter((choice) => choice.words !== words), { words, at }];
    this.newest.want({ words: this.words, choices: this.choices });
  }
}

/** Whether a sentence speaks of a touchpoint: a way of meeting and something more, or somebody and a time. */
export function isTouchpoint({ chips }: Quick): boolean {
  const has = (...types: string[]) => chips.some(({ meaning }) => types.includes(meaning.type));
  const timed = has('day', 'hour', 'moment', 'part');
  return (has('kind') && (timed || has('who', 'reason', 'length'))) || (has('who') && timed);
}
