/**
 * Days, hours and weeks as a person of the language writes them, from plain strings (`2026-11-26`, `2026-11-26T13:00`).
 *
 * A day is formatted as noon of that day in UTC, so that no zone of this machine can slide it. Everything follows the
 * language of the words, and so changes with it.
 */
import { addDays, type IsoDate, type Wall } from '../intents/wall';
import { t, words } from './words.svelte';

const made = new Map<string, Intl.DateTimeFormat>();

/** English is written the British way: the day first, as the week begins on Monday. */
const LOCALES = { fr: 'fr-FR', en: 'en-GB' };

function format(date: IsoDate, options: Intl.DateTimeFormatOptions): string {
  const locale = LOCALES[words.language];
  const key = locale + JSON.stringify(options);
  let formatter = made.get(key);
  if (!formatter) made.set(key, (formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })));
  const text = formatter.format(new Date(`${date}T12:00:00Z`));
  // The first of the month is an ordinal in French, and only the first.
  return words.language === 'fr' && options.day ? text.replace(/(^|\s)1(?=\s|$)/, '$11er') : text;
}

/** `jeudi 26 novembre`. */
export function longDay(date: IsoDate): string {
  return format(date, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

/** `jeudi 26 novembre 2026`. */
export function fullDay(date: IsoDate): string {
  return format(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
}

/** `jeu. 26 nov.`, with the year when it is not `than`'s. */
export function shortDay(date: IsoDate, than?: IsoDate): string {
  const year = than && than.slice(0, 4) !== date.slice(0, 4) ? ({ year: 'numeric' } as const) : {};
  return format(date, { weekday: 'short', day: 'numeric', month: 'short', ...year }).replace(',', '');
}

/** `26 nov.`. */
export function dayMonth(date: IsoDate): string {
  return format(date, { day: 'numeric', month: 'short' });
}

/** `jeu.`. */
export function weekdayShort(date: IsoDate): string {
  return format(date, { weekday: 'short' });
}

/** `jeudi`. */
export function weekdayLong(date: IsoDate): string {
  return format(date, { weekday: 'long' });
}

/** `J`. */
export function weekdayLetter(date: IsoDate): string {
  return format(date, { weekday: 'narrow' });
}

/** `novembre 2026`. */
export function monthYear(date: IsoDate): string {
  return format(date, { month: 'long', year: 'numeric' });
}

/** `23 – 27 novembre 2026`, with as little repeated as can be; `until` is the first day not in it. */
export function dayRange(from: IsoDate, until: IsoDate): string {
  const last = addDays(until, -1);
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (last <= from) return format(from, whole);
  if (from.slice(0, 4) !== last.slice(0, 4)) return `${format(from, whole)} – ${format(last, whole)}`;
  if (from.slice(0, 7) !== last.slice(0, 7)) {
    return `${format(from, { day: 'numeric', month: 'long' })} – ${format(last, whole)}`;
  }
  const first = words.language === 'fr' && from.endsWith('-01') ? '1er' : String(Number(from.slice(8)));
  return `${first} – ${format(last, whole)}`;
}

/** `14:30`. */
export function hour(wall: Wall): string {
  return wall.slice(11, 16);
}

/** `35 min`, `1 h 30`. */
export function lengthOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('length-minutes', { count: rest });
  const two = String(rest).padStart(2, '0');
  return rest === 0 ? t('length-hours', { hours }) : t('length-hours-minutes', { hours, minutes: two });
}
