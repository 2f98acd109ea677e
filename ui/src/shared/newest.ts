/**
 * Asks one question at a time, and only the newest next: what a hand, or a typing, passed over while waiting is never
 * asked.
 */
export class Newest<Question, Answer> {
  private waiting: { question: Question } | null = null;
  private asking = false;
  private era = 0;

  constructor(
    private readonly ask: (question: Question) => Promise<Answer>,
    private readonly answered: (question: Question, answer: Answer) => void,
  ) {}

  /** Asks soon. An answer comes only for a question nobody has forgotten meanwhile. */
  want(question: Question): void {
    this.waiting = { question };
    if (!this.asking) void this.run();
  }

  /** Wants no answer any more, not even to what is under way. */
  forget(): void {
    this.waiting = null;
    this.era += 1;
  }

  private async run(): Promise<void> {
    this.asking = true;
    while (this.waiting) {
      const { question } = this.waiting;
      const { era } = this;
      this.waiting = null;
      try {
        const answer = await this.ask(question);
        if (era === this.era) this.answered(question, answer);
      } catch {
        // An answer that can't be had is shown as none; what is then really done says what is wrong.
      }
    }
    this.asking = false;
  }
}
