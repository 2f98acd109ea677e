/**
 * Arithmetic on wall time, which is what Sentier keeps: `2026-11-26` and `2026-11-26T13:00`.
 *
 * No zone and no clock here, so a change of the clocks can't slide anything: a day always has 1440 minutes on the
 * wall. The instants behind are the core's business (`Block.slot.startAt`).
 */

/** Minutes of a day on the wall. */
export const DAY = 1440;

const DAY_MS = 86_400_000;

/** `2026-11-26`. */
export type IsoDate = string;

/** `2026-11-26T13:00`. */
export type Wall = string;

/** A date's number, counted from 1970-01-01; the way to add and to compare days. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = date.split('-').map(Number);
  const instant = new Date(0);
  // `Date.UTC` reads years below 100 as 19xx; the setter does not.
  instant.setUTCFullYear(year, month - 1, day);
  return Math.round(instant.getTime() / DAY_MS);
}

/** The date of a day number. */
export function dateOf(number: number): IsoDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The date `days` later (or earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayNumber(date) + days);
}

/** How many days from `from` to `to`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: IsoDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekday(date));
}

/** The first of the date's month. */
export function firstOfMonth(date: IsoDate): IsoDate {
  return `${date.slice(0, 7)}-01`;
}

/** The same day `months` later, or the month's last day when it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number);
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(0);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** ISO 8601 week number: the week belongs to the year of its Thursday. */
export function weekNumber(date: IsoDate): number {
  const thursday = addDays(mondayOf(date), 3);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Minutes of a wall time, counted from 1970-01-01T00:00 on the wall. */
export function minutesOf(wall: Wall): number {
  return dayNumber(wall.slice(0, 10)) * DAY + Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** The wall time of a count of minutes. */
export function wallOf(minutes: number): Wall {
  const day = Math.floor(minutes / DAY);
  const rest = minutes - day * DAY;
  return `${dateOf(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** The wall time `minutes` later (or earlier). */
export function addMinutes(wall: Wall, minutes: number): Wall {
  return wallOf(minutesOf(wall) + minutes);
}

/** The date of a wall time. */
export function dateIn(wall: Wall): IsoDate {
  return wall.slice(0, 10);
}

/** The minute of the day of a wall time. */
export function minuteIn(wall: Wall): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** The wall time of a minute of a day; the minute may lie outside 0–1439. */
export function wallAt(date: IsoDate, minute: number): Wall {
  return wallOf(dayNumber(date) * DAY + minute);
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
