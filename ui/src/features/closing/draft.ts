/** What is said of a touchpoint while it is closed, and what of it is written. Pure: today is given. */
import type { Closing, Owner, PromiseGiven, Sights } from '../../ipc/bindings.gen';
import { dayIn } from '../../intents/dates';
import { addDays, addMonths, weekday, type IsoDate } from '../../intents/wall';
import type { Outcome } from '../../state/closing.svelte';

/** A promise as it is typed: its day at the end, in words. */
export interface Given {
  owner: Owner;
  text: string;
}

/** Everything the panel holds. */
export interface Draft {
  as: Outcome | null;
  outcome: string;
  /** The last line is blank: the next one to be written. */
  needs: string[];
  /** Ids of needs it answered. */
  answered: string[];
  promises: Given[];
  /** Ids of promises it kept. */
  kept: string[];
  sights: Required<Sights>;
  /** Colleagues as they are typed, commas between. */
  colleagues: string;
  /** The day to look again. */
  again: IsoDate | null;
}

/** The promise a line says: what, and for when. `le devis pour vendredi` is a quotation, due on Friday. */
export function promiseIn({ owner, text }: Given, today: IsoDate): PromiseGiven | null {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const day = dayAtTheEnd(words, today);
  const what = day ? words.slice(0, -day.words).join(' ').replace(LEADING, '') : '';
  // Something has to be left that is promised: a day alone is the promise itself.
  return day && what
    ? { id: null, owner, words: what, due: day.due, state: 'open' }
    : { id: null, owner, words: words.join(' '), due: null, state: 'open' };
}

/** What stands between a promise and its day. */
const LEADING = /(?:[\s,;:–-]+(?:d['’]ici|avant|pour|le|au|by|before|for|on|until|due))*[\s,;:–-]*$/i;

/** The most words a day takes: `le jeudi 26 novembre`, `dans 3 jours`. */
const DAY_WORDS = 4;

/** The day the last words say, the fewest that say one; `next` and the name of its weekday belong to it. */
function dayAtTheEnd(words: string[], today: IsoDate): { due: IsoDate; words: number } | null {
  const said = (count: number) => {
    const text = words.slice(-count).join(' ');
    return count < words.length && saysADay(text) ? dayIn(text, today) : null;
  };
  for (let count = 1; count <= DAY_WORDS; count += 1) {
    const due = said(count);
    if (!due) continue;
    const before = words.at(-count - 1) ?? '';
    const belongs = /^next$/i.test(before) || (saysADay(before) && dayIn(before, today) !== null);
    const longer = belongs ? said(count + 1) : null;
    return longer ? { due: longer, words: count + 1 } : { due, words: count };
  }
  return null;
}

/** A word that is short, or a number alone, is more likely a name or a quantity than a day. */
function saysADay(said: string): boolean {
  return said.includes(' ') || /[/.-]/.test(said) || (said.length > 4 && !/^\d+$/.test(said));
}

/** Names as one types them, commas or lines between; each once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.replace(/\s+/g, ' ').trim());
  return [...new Set(names.filter(Boolean))];
}

/** A list of lines with one blank line at its end, so that there is always one more to be written. */
export function grown<Line>(lines: Line[], isBlank: (line: Line) => boolean, blank: Line): Line[] {
  return [...lines.filter((line) => !isBlank(line)), blank];
}

/** Days on which one may look again, a week, a fortnight and a month from now; never on a weekend. */
export function againOn(today: IsoDate): { in: 'week' | 'fortnight' | 'month'; date: IsoDate }[] {
  return [
    { in: 'week', date: worked(addDays(today, 7)) },
    { in: 'fortnight', date: worked(addDays(today, 14)) },
    { in: 'month', date: worked(addMonths(today, 1)) },
  ];
}

/** The day itself, or the Monday after it. */
function worked(date: IsoDate): IsoDate {
  const day = weekday(date);
  return day > 5 ? addDays(date, 8 - day) : date;
}

/** What is written. Of what did not take place only the outcome and what comes next is. */
export function closingOf(draft: Draft, as: Outcome, inPerson: boolean, today: IsoDate): Closing {
  const held = as === 'held';
  const nothing: Sights = { premises: false, workshop: false, reception: false, colleagues: [], mood: '' };
  return {
    state: as,
    outcome: draft.outcome.trim(),
    sights: held && inPerson ? { ...draft.sights, colleagues: namesIn(draft.colleagues) } : nothing,
    needs: held ? draft.needs.map((need) => need.trim()).filter(Boolean) : [],
    answered: held ? draft.answered : [],
    promises: held ? draft.promises.flatMap((given) => promiseIn(given, today) ?? []) : [],
    kept: held ? draft.kept : [],
    lookAgain: draft.again,
  };
}
