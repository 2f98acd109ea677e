/** French spaces: the ones a line never breaks at, which nobody wants to type in a source file. */

const NARROW = '\u202f';
const NO_BREAK = '\u00a0';

/** A text with the spaces its marks ask for: narrow before `; ! ? »`, plain but unbreakable before `:` and inside `«`. */
export function spaced(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ (:)(?=\s|$)/gm, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ »/g, `${NO_BREAK}»`);
}
