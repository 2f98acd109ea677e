/** What a screen reader is told while something moves. */
class Live {
  text = $state('');

  /** Says it; the same words twice are said twice. */
  say(text: string): void {
    this.text = text === this.text ? `${text}\u00a0` : text;
  }
}

export const live = new Live();
