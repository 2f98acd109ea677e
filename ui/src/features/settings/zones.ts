/** Zones as one looks for them: by city, without accents or capitals. Pure. */

/** `Europe/Paris` as `Paris, Europe`. */
export function zoneName(zone: string): string {
  const parts = zone.replace(/_/g, ' ').split('/');
  const city = parts.pop() ?? zone;
  return parts.length > 0 ? `${city}, ${parts.join(', ')}` : city;
}

/** The zones that hold every word, those whose city begins with them first; at most `most`. */
export function zonesLike(zones: string[], words: string, most: number): string[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  const first: string[] = [];
  const others: string[] = [];
  for (const zone of zones) {
    const name = plain(zoneName(zone));
    if (!wanted.every((word) => name.includes(word))) continue;
    (name.startsWith(wanted[0] ?? '') ? first : others).push(zone);
  }
  return [...first, ...others].slice(0, most);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
