/**
 * A client's path as it is drawn: what stands on it in the order of time, and how far apart. Pure.
 *
 * Lengths are in points, sixteen of which make a `rem`: the trail grows with the text.
 */
import type { Block, ClientPage, Ghost, Silence } from '../../../ipc/bindings.gen';
import { DAY, dateOf, dayNumber, minutesOf, type IsoDate, type Wall } from '../../../intents/wall';

/** Something that stands on the trail; `at` is a minute on the wall, and never less than the one before. */
export type Stop = { key: string; at: number } & (
  | { type: 'touchpoint'; block: Block }
  /** A step that is suggested. */
  | { type: 'suggested'; ghost: Ghost }
  | { type: 'today' }
  /** Where a year begins, when the trail crosses it. */
  | { type: 'year'; year: string }
);

/** Something one can walk to and open. */
export type Place = Extract<Stop, { type: 'touchpoint' | 'suggested' }>;

/** Height of the drawing. */
export const HEIGHT = 152;
/** Half of a mark's glyph. */
export const RADIUS = 15;
/** Room before the first stop and after the last. */
const MARGIN = 24;
/** Half the room that each stop keeps for itself: its glyph and the words above and under it. */
const HALF: Record<Stop['type'], number> = { touchpoint: 31, suggested: 72, today: 36, year: 26 };
/** A day apart is this much apart; each time twice as many days, as much again. */
const DOUBLING = 22;
/** A short trail is drawn out to fill the room, this many times at the most. */
const STRETCH = 6;

/** What stands on a page's trail, oldest first. */
export function stopsOf({ past, coming, path }: Pick<ClientPage, 'past' | 'coming' | 'path'>, now: Wall): Stop[] {
  const here = minutesOf(now);
  const [behind, ahead]: [Stop[], Stop[]] = [[], []];
  const last = Math.max(here, ...coming.map(({ slot }) => (slot ? minutesOf(slot.start) : here)));
  for (const block of [...past, ...coming]) {
    // What waits for a slot stands behind what has one: it is not what comes next.
    const at = block.slot ? minutesOf(block.slot.start) : last;
    (block.slot && at <= here ? behind : ahead).push({ type: 'touchpoint', key: block.key, at, block });
  }
  const suggested = path.ghosts.map((ghost): Stop => {
    // At the end of its day, and behind today: what is planned for that day comes first.
    const at = Math.max((dayNumber(ghost.on) + 1) * DAY - 1, here);
    return { type: 'suggested', key: keyOf(ghost), at, ghost };
  });
  const today: Stop = { type: 'today', key: 'today', at: here };
  return withYears([...behind.sort(byTime), today, ...[...ahead, ...suggested].sort(byTime)]);
}

/** A suggestion's name on screen: its step, or the clock that asks for it. */
export function keyOf({ step, kind }: Ghost): string {
  return step === null ? `clock-${kind}` : `step-${step}`;
}

/** What one walks on. */
export function placesOf(stops: Stop[]): Place[] {
  return stops.filter((stop): stop is Place => stop.type === 'touchpoint' || stop.type === 'suggested');
}

/** Where the keyboard begins: what comes first from now on, or the last of what was. */
export function firstPlace(stops: Stop[]): string | null {
  const today = stops.findIndex(({ type }) => type === 'today');
  return placesOf(stops.slice(today))[0]?.key ?? placesOf(stops).at(-1)?.key ?? null;
}

/** Where a key leads from a place; `null` when it leads nowhere. */
export function walked(stops: Stop[], from: string, key: string): string | null {
  const places = placesOf(stops);
  const at = places.findIndex((place) => place.key === from);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: places.length - 1 }[key];
  return to === undefined ? null : (places[to]?.key ?? null);
}

/** Where the stops are from left to right, and how wide that is. */
export interface Layout {
  width: number;
  /** Beside each stop. */
  xs: number[];
}

/**
 * Lays stops out in `room`: later is further right, longer is wider (by doublings, so that years and hours both read),
 * and no two stand in each other's room. What is short fills the room and stands in its middle; what is long goes beyond.
 */
export function laidOut(stops: Stop[], room: number): Layout {
  if (stops.length === 0) return { width: room, xs: [] };
  const gaps = stops.slice(1).map((stop, n) => {
    const before = stops[n];
    return { least: HALF[before.type] + HALF[stop.type], time: DOUBLING * Math.log2(1 + (stop.at - before.at) / DAY) };
  });
  const sum = (of: (gap: (typeof gaps)[number]) => number) => gaps.reduce((total, gap) => total + of(gap), 0);
  const ends = 2 * MARGIN + HALF[stops[0].type] + HALF[stops[stops.length - 1].type];
  const least = sum((gap) => gap.least) + ends;
  const time = sum((gap) => gap.time);
  const stretch = time > 0 ? Math.min(Math.max((room - least) / time, 1), STRETCH) : 1;
  const natural = least + time * stretch;
  const width = Math.max(natural, room);
  let x = MARGIN + HALF[stops[0].type] + (width - natural) / 2;
  return { width, xs: [x, ...gaps.map((gap) => (x += gap.least + gap.time * stretch))] };
}

/** How high the trail runs at a place: it rises and falls a little, as a path does. */
export function heightAt(x: number): number {
  return 74 + 15 * Math.sin(x / 96) + 5 * Math.sin(x / 37 + 1);
}

/** The trail between two places, as what an SVG path draws. */
export function road(from: number, until: number): string {
  const STEP = 12;
  const points = [`M${from.toFixed(1)} ${heightAt(from).toFixed(1)}`];
  for (let x = Math.ceil((from + 1) / STEP) * STEP; x < until; x += STEP)
    points.push(`L${x} ${heightAt(x).toFixed(1)}`);
  points.push(`L${until.toFixed(1)} ${heightAt(until).toFixed(1)}`);
  return points.join('');
}

/** A silence as it lies on the trail. */
export interface Gap {
  silence: Silence;
  from: number;
  until: number;
  /** The key of the stop that ends it: it is read just before. */
  before: string;
}

/** Where the silences lie: from the last time one met to the next one, or to today. */
export function gapsOf(silences: Silence[], stops: Stop[], xs: number[]): Gap[] {
  const met = stops.map((stop) => (counts(stop) ? dateAt(stop.at) : null));
  return silences.flatMap((silence) => {
    const from = met.lastIndexOf(silence.from);
    let until = met.indexOf(silence.until, from + 1);
    if (until < 0) until = stops.findIndex(({ type }) => type === 'today');
    return from >= 0 && until > from ? [{ silence, from: xs[from], until: xs[until], before: stops[until].key }] : [];
  });
}

function counts(stop: Stop): boolean {
  if (stop.type !== 'touchpoint' || !stop.block.slot) return false;
  const { kind, state } = stop.block;
  return kind !== 'other' && (state === 'held' || state === 'planned');
}

function dateAt(minute: number): IsoDate {
  return dateOf(Math.floor(minute / DAY));
}

function byTime(a: Stop, b: Stop): number {
  return a.at - b.at;
}

/** Says the year where another one begins. */
function withYears(stops: Stop[]): Stop[] {
  return stops.flatMap((stop, n): Stop[] => {
    const year = dateAt(stop.at).slice(0, 4);
    if (n === 0 || year === dateAt(stops[n - 1].at).slice(0, 4)) return [stop];
    const at = Math.min(dayNumber(`${year}-01-01`) * DAY, stop.at);
    return [{ type: 'year', key: `year-${year}`, at, year }, stop];
  });
}
