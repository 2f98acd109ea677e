/** The rules of air as sentences with fields in them: which figures stand in which sentence, and their bounds. Pure. */
import type { AirSheet } from '../../ipc/bindings.gen';

/** A figure one can edit, by its name in the sentences. */
export interface Figure {
  name: string;
  /** Minutes typed, a length chosen from a few, or an hour of the day. */
  as: 'minutes' | 'length' | 'hour';
  min: number;
  max: number;
  read: (rules: AirSheet) => number;
  write: (rules: AirSheet, value: number) => AirSheet;
}

/** A rule: the sentence it is said in, and its figures. */
export interface Rule {
  name: string;
  figures: Figure[];
}

/** Lengths of video a day may be given, in minutes. */
export const VIDEO_LENGTHS = [60, 90, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480];

type Plain = Exclude<keyof AirSheet, 'phone' | 'byVideo' | 'inPerson'>;

function plain(name: Plain, min: number, max: number, as: Figure['as'] = 'minutes'): Figure {
  return { name, as, min, max, read: (rules) => rules[name], write: (rules, value) => ({ ...rules, [name]: value }) };
}

function buffer(of: 'phone' | 'byVideo' | 'inPerson', side: 'before' | 'after'): Figure {
  return {
    name: side,
    as: 'minutes',
    min: 0,
    max: 240,
    read: (rules) => rules[of][side],
    write: (rules, value) => ({ ...rules, [of]: { ...rules[of], [side]: value } }),
  };
}

/** Every rule, in the order one reads them. */
export const RULES: Rule[] = [
  { name: 'day', figures: [plain('day', 0, 480), plain('piece', 5, 120)] },
  {
    name: 'lunch',
    figures: [plain('lunchMinutes', 0, 240), plain('lunchFrom', 0, 1439, 'hour'), plain('lunchUntil', 0, 1439, 'hour')],
  },
  { name: 'video', figures: [plain('video', 60, 480, 'length')] },
  { name: 'row', figures: [plain('row', 1, 50), plain('pause', 5, 120)] },
  { name: 'inPerson', figures: [buffer('inPerson', 'before'), buffer('inPerson', 'after')] },
  { name: 'byVideo', figures: [buffer('byVideo', 'before'), buffer('byVideo', 'after')] },
  { name: 'phone', figures: [buffer('phone', 'before'), buffer('phone', 'after')] },
];

/** What stands for a figure in a sentence, so that it can be found again whatever its place in a language. */
const MARK = '\u0001';

/** The arguments that leave a mark for each figure of a rule. */
export function marks({ figures }: Rule): Record<string, string> {
  return Object.fromEntries(figures.map(({ name }) => [name, `${MARK}${name}${MARK}`]));
}

/** A sentence with marks, cut into its words and its figures. */
export function partsOf(sentence: string, { figures }: Rule): (string | Figure)[] {
  return sentence
    .split(MARK)
    .map((part, n) => (n % 2 === 1 ? (figures.find(({ name }) => name === part) ?? part) : part))
    .filter((part) => part !== '');
}

/** The rules with a figure changed; the window of lunch keeps its ends in order. */
export function changed(rules: AirSheet, figure: Figure, value: number): AirSheet {
  const next = figure.write(rules, Math.min(Math.max(value, figure.min), figure.max));
  if (next.lunchFrom <= next.lunchUntil) return next;
  return figure.name === 'lunchFrom'
    ? { ...next, lunchUntil: next.lunchFrom }
    : { ...next, lunchFrom: next.lunchUntil };
}
