/**
 * A touchpoint whose closing is asked for, or a need voiced in one: from its sheet, from the day, from the calendar. The
 * panels themselves lie over the window.
 */
import type { Block, State } from '../ipc/bindings.gen';
import { toasts } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';

/** What a touchpoint is closed as. */
export type Outcome = Exclude<State, 'planned'>;

export const OUTCOMES: Outcome[] = ['held', 'missed', 'cancelled'];

/** Closes, wherever a touchpoint has the focus; and writes a need of its client down. */
export const CLOSE_KEY = 'V';
export const NEED_KEY = 'B';

/** A key press, as far as it is looked at; a `KeyboardEvent` is one. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

class Closing {
  /**
   * The touchpoint that is being closed, and as what; `null` is still to be said. `entered`: Enter came before the panel
   * was drawn.
   */
  asked = $state.raw<{ block: Block; as: Outcome | null; entered: boolean } | null>(null);
  /** The touchpoint in which a need is being written down. */
  voiced = $state.raw<Block | null>(null);

  /** Asks what came of a touchpoint. */
  ask(block: Block, as: Outcome | null = null): void {
    this.voiced = null;
    this.asked = { block, as, entered: false };
  }

  /** Asks for a need, when there is somebody to have it. */
  hear(block: Block): void {
    if (!block.client) {
      toasts.show({ text: t('need-nobody'), tone: 'warn' });
      return;
    }
    this.asked = null;
    this.voiced = block;
  }

  /**
   * A key on a touchpoint that has the focus; true when it meant something. Where no letter means anything else
   * (`alone`), the outcome's own letter says it at once.
   */
  press(press: Press, block: Block, alone: boolean): boolean {
    if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return false;
    if (this.asked && press.key === 'Enter') {
      // No stroke is lost between the letter and the panel.
      this.asked = { ...this.asked, entered: true };
      return true;
    }
    const letter = press.key.toUpperCase();
    const as = alone ? outcomeOf(letter) : null;
    if (letter === CLOSE_KEY || as) this.ask(block, as);
    else if (letter === NEED_KEY) this.hear(block);
    else return false;
    return true;
  }
}

/** The letter that says an outcome, in the language of now: the first of its word. */
export function letterOf(outcome: Outcome): string {
  return t(`closing-letter-${outcome}`);
}

/** The outcome a letter says, whatever its case. */
export function outcomeOf(letter: string): Outcome | null {
  return OUTCOMES.find((outcome) => letterOf(outcome) === letter.toUpperCase()) ?? null;
}

export const closing = new Closing();
