/** A text cut where it matches what was typed. Pure: it gives pieces to draw, never markup. */
import type { Mark } from '../../ipc/bindings.gen';

/** A piece of a text. */
export interface Part {
  text: string;
  /** Whether it matches. */
  on: boolean;
}

/** The pieces of a text, in order; together they are the text. Marks are counted in UTF-16 units, and in order. */
export function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const take = (until: number, on: boolean) => {
    if (until > at) parts.push({ text: text.slice(at, until), on });
    at = Math.max(at, until);
  };
  for (const { from, until } of marks) {
    take(Math.min(from, text.length), false);
    take(Math.min(until, text.length), true);
  }
  take(text.length, false);
  return parts;
}
