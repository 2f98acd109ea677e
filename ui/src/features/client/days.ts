/** A day as one types it where there is no calendar to choose from: the day first, in both languages. Pure. */
import type { IsoDate } from '../../intents/wall';

/** `14/07/1980`, `14.7.1980`, `14 07 1980` or `1980-07-14`; empty for nothing, `null` for what is no day. */
export function dayIn(text: string): IsoDate | '' | null {
  const typed = text.trim();
  if (!typed) return '';
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const here = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(typed);
  const [year, month, day] = iso ? iso.slice(1) : here ? here.slice(1).reverse() : [];
  if (!year) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null;
}

/** `14/07/1980`; empty for none. */
export function dayWritten(date: IsoDate | null): string {
  return date ? date.split('-').reverse().join('/') : '';
}
