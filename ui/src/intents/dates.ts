/**
 * Days as one says them, in French or in English whatever the language of the window. Pure: today is given.
 *
 * | said | meant |
 * |---|---|
 * | `aujourd’hui`, `demain`, `après-demain`, `hier`, `today`, `tomorrow`, `yesterday` | that day |
 * | `jeu`, `jeudi`, `thursday` | the next one, today included |
 * | `jeudi prochain`, `next thursday` | the one of next week |
 * | `26/11`, `26/11/2027`, `26.11`, `2026-11-26` | that day; without a year, the nearest to come within the year |
 * | `26 nov`, `26 novembre 2027`, `26 november` | the same |
 * | `le 26`, `26` | the next 26th |
 * | `semaine 48`, `sem 48`, `s48`, `week 48`, `w48` | its Monday |
 * | `dans 3 jours`, `dans 2 semaines`, `in 3 days`, `in 2 weeks` | counted from today |
 */
import { addDays, addMonths, dayNumber, mondayOf, weekNumber, weekday, type IsoDate } from './wall';

const NEAR: Record<string, number> = {
  hier: -1,
  yesterday: -1,
  "aujourd'hui": 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  'apres-demain': 2,
};

const WEEKDAYS = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
];

const MONTHS = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

/** The day a text means; `null` when it means none. */
export function dayIn(text: string, today: IsoDate): IsoDate | null {
  const said = plain(text);
  if (said.length < 2) return null;
  return (
    near(said, today) ?? onWeekday(said, today) ?? written(said, today) ?? weekIn(said, today) ?? counted(said, today)
  );
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(le|on|the) /, '')
    .trim();
}

function near(said: string, today: IsoDate): IsoDate | null {
  const key = Object.keys(NEAR).find((word) => word === said || (said.length >= 4 && word.startsWith(said)));
  return key === undefined ? null : addDays(today, NEAR[key]);
}

function onWeekday(said: string, today: IsoDate): IsoDate | null {
  const next = /^(?:next (\S+)|(\S+) prochaine?)$/.exec(said);
  const day = named(WEEKDAYS, next?.[1] ?? next?.[2] ?? said.replace(/\.$/, ''));
  if (day === null) return null;
  if (next) return addDays(mondayOf(today), 7 + day);
  return addDays(today, (day + 1 - weekday(today) + 7) % 7);
}

/** Which line of a table a word begins; three letters are enough, unless they begin two (`mar` is Tuesday, `jui` nothing). */
function named(table: string[][], word: string): number | null {
  if (word.length < 3) return null;
  const fits = table.flatMap((names, n) => (names.some((name) => name.startsWith(word)) ? [n] : []));
  return fits.length === 1 ? fits[0] : null;
}

function written(said: string, today: IsoDate): IsoDate | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const figures = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(said);
  if (figures) return inYear(Number(figures[1]), Number(figures[2]), figures[3], today);
  const words = /^(?:[a-z]+\.? )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?$/.exec(said);
  const month = words && named(MONTHS, words[2]);
  if (words && month !== null) return inYear(Number(words[1]), month + 1, words[3], today);
  const alone = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(said);
  return alone ? nextOf(Number(alone[1]), today) : null;
}

/** Without a year, the nearest one to come. */
function inYear(day: number, month: number, year: string | undefined, today: IsoDate): IsoDate | null {
  if (year) return dateFrom(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const now = Number(today.slice(0, 4));
  for (const ahead of [0, 1, 2, 3, 4]) {
    const date = dateFrom(now + ahead, month, day);
    if (date && date >= today) return date;
  }
  return null;
}

function nextOf(day: number, today: IsoDate): IsoDate | null {
  const first = `${today.slice(0, 7)}-01`;
  for (const ahead of [0, 1, 2]) {
    const month = addMonths(first, ahead);
    const date = dateFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day);
    if (date && date >= today) return date;
  }
  return null;
}

function dateFrom(year: number, month: number, day: number): IsoDate | null {
  if (year < 1900 || year > 2200) return null;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  // A day that is in no month turns into another one.
  const real = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date ? null : date;
}

function weekIn(said: string, today: IsoDate): IsoDate | null {
  const found = /^(?:semaine|sem\.?|week|[sw]) ?(\d{1,2})$/.exec(said);
  if (!found) return null;
  const wanted = Number(found[1]);
  for (let monday = mondayOf(today), n = 0; n < 54; n += 1, monday = addDays(monday, 7)) {
    if (weekNumber(monday) === wanted) return monday;
  }
  return null;
}

function counted(said: string, today: IsoDate): IsoDate | null {
  const found = /^(?:dans|in) (\d{1,3}) (jours?|semaines?|mois|days?|weeks?|months?)$/.exec(said);
  if (!found) return null;
  const count = Number(found[1]);
  if (/^(mois|month)/.test(found[2])) return addMonths(today, count);
  const date = addDays(today, count * (/^(sem|week)/.test(found[2]) ? 7 : 1));
  return dayNumber(date) < dayNumber('2200-01-01') ? date : null;
}
