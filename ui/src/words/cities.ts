/** What a zone's city is called. */
import { t } from './words.svelte';

/** `Europe/London` as `Londres`; a city without a message by the zone's own last part. */
export function cityOf(zone: string): string {
  const id = `city-${zone.replace(/\//g, '-')}`;
  const known = t(id);
  return known === id ? (zone.split('/').pop() ?? zone).replace(/_/g, ' ') : known;
}
