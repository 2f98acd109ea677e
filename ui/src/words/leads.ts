/** How long before something starts, as one chooses it and says it. */
import { t } from './words.svelte';

/** Minutes before that are offered; a lead that was chosen elsewhere stands among them. */
export function leads(own: number | null): number[] {
  const usual = [0, 5, 10, 15, 30, 60, 120, 1440];
  return own === null || usual.includes(own) ? usual : [...usual, own].sort((a, b) => a - b);
}

/** `10 min avant`, `2 h avant`, `Un jour avant`. */
export function leadWord(minutes: number): string {
  if (minutes === 0) return t('reminding-start');
  if (minutes === 1440) return t('reminding-day');
  return minutes % 60 === 0
    ? t('reminding-hours', { count: minutes / 60 })
    : t('reminding-minutes', { count: minutes });
}
