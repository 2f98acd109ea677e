/** A recovery code as it is typed: thirty letters and digits, in groups of five, however it was written down. */

const LETTERS = 30;
const GROUP = 5;
/** What a hand writes for a sign that no code has. */
const MEANT: Record<string, string> = { O: '0', I: '1', L: '1' };

/** The letters of it, as the core reads them. */
function letters(typed: string): string {
  return [...typed.toUpperCase()]
    .map((sign) => MEANT[sign] ?? sign)
    .filter((sign) => /[0-9A-Z]/.test(sign))
    .join('');
}

/** What was typed, in groups with dashes between them. What is too long stays, so that one sees it. */
export function grouped(typed: string): string {
  return (
    letters(typed)
      .match(/.{1,5}/g)
      ?.join('-') ?? ''
  );
}

/** How many letters are still to come; below nothing when there are too many. */
export function missing(typed: string): number {
  return LETTERS - letters(typed).length;
}

/** Where the caret stands in what was grouped, when it stood after `before` in what was typed. */
export function caretAfter(before: string): number {
  const count = letters(before).length;
  return count + Math.floor(Math.max(0, count - 1) / GROUP);
}
