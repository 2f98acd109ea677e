/** A text as one looks for it: without accents, capitals or spaces too many. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ');
}
