/** What stands for a face where there is no picture. Pure. */

/** The tints there are: `--face-a-ink` on `--face-a-tint`, and so on. */
export const TINTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The first letters of the first and the last word that begin with one: `ZN` for "Zoé Noël"; `?` for none. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s\p{Pd}]+/u)
    .map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word.normalize('NFC'))?.[0])
    .filter((letter) => letter !== undefined);
  const ends = letters.length > 1 ? [letters[0], letters[letters.length - 1]] : letters;
  return ends.join('').toLocaleUpperCase() || '?';
}

/** Always the same tint for the same seed, whoever else is on the page (FNV-1a, 32 bits). */
export function tintOf(seed: string): (typeof TINTS)[number] {
  let mark = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) mark = Math.imul(mark ^ seed.charCodeAt(at), 0x01000193);
  return TINTS[(mark >>> 0) % TINTS.length];
}
