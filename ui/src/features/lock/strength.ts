/**
 * What can be said of a passphrase from its length alone, and whether it is one letter over and over. No rule asks for
 * marks or capitals: they make what is forgotten, not what is strong.
 */

/** The least the core takes. */
export const LEAST = 8;
const FAIR = 12;
const STRONG = 20;
/** Fewer different letters than this say nothing, however many there are. */
const DIFFERENT = 5;

export type Strength = 'none' | 'short' | 'weak' | 'fair' | 'strong';

/** How hard it is to find, in a word. */
export function strengthOf(typed: string): Strength {
  // As the core counts them: an accent is no letter of its own.
  const letters = [...typed.normalize('NFC')];
  if (letters.length === 0) return 'none';
  if (letters.length < LEAST) return 'short';
  if (letters.length < FAIR || new Set(letters).size < DIFFERENT) return 'weak';
  return letters.length < STRONG ? 'fair' : 'strong';
}
