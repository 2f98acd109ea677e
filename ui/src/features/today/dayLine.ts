/** The day as a line: where its touchpoints, its free stretches and now are on it. Pure: minutes of the day in, minutes out. */
import type { Block } from '../../ipc/bindings.gen';
import { DAY, dateIn, minuteIn, type IsoDate, type Wall } from '../../intents/wall';

/** Part of the day, in minutes; `until` is not in it. */
export interface Stretch {
  from: number;
  until: number;
}

/** A touchpoint on the line. */
export interface Piece extends Stretch {
  block: Block;
  /** The row it stands in where several take place at once. */
  lane: number;
}

export interface DayLine extends Stretch {
  pieces: Piece[];
  /** Rows it takes; one at least. */
  lanes: number;
  /** What is free of the working hours. */
  free: Stretch[];
  /** The whole hours that are marked. */
  hours: number[];
}

/** Hours of a day nobody said anything about, in minutes. */
const USUAL: Stretch = { from: 540, until: 1080 };

/** What is shorter is a pause between two doors, not a free stretch; in minutes. */
const LEAST = 30;

/** The line goes this far out of its way to show where one is now, in minutes. */
const REACH = 120;

/** The line of a day; `hours` are its working minutes, `null` on a day off. */
export function lineOf(blocks: Block[], date: IsoDate, hours: [number, number] | null, wall: Wall): DayLine {
  const pieces = inLanes(blocks.flatMap((block) => pieceOf(block, date) ?? []));
  const work = hours ? { from: hours[0], until: hours[1] } : null;
  const frame = work ?? (pieces.length > 0 ? pieces[0] : USUAL);
  const from = Math.min(frame.from, ...pieces.map((piece) => piece.from));
  const until = Math.max(frame.until, ...pieces.map((piece) => piece.until));
  const now = dateIn(wall) === date ? minuteIn(wall) : null;
  const near = now !== null && now >= from - REACH && now <= until + REACH ? now : null;
  const first = Math.floor(Math.min(from, near ?? from) / 60);
  const last = Math.max(first + 1, Math.ceil(Math.max(until, near === null ? until : near + 1) / 60));
  return {
    from: first * 60,
    until: last * 60,
    pieces,
    lanes: Math.max(1, ...pieces.map(({ lane }) => lane + 1)),
    free: work ? freeOf(pieces, work) : [],
    hours: Array.from({ length: last - first + 1 }, (_, n) => (first + n) * 60),
  };
}

/** What lasts the whole day, or longer. */
export function wholeDay(blocks: Block[], date: IsoDate): Block[] {
  return blocks.filter((block) => block.slot !== null && pieceOf(block, date) === null);
}

/** Where a minute is on a line, from 0 to 1; `null` when it is not on it. */
export function placeOf(line: Stretch, minute: number): number | null {
  return minute < line.from || minute > line.until ? null : (minute - line.from) / (line.until - line.from);
}

/** What is left of a free stretch at `minute`; `null` when it is over, or too short to be one any more. */
export function leftOf(stretch: Stretch, minute: number): Stretch | null {
  const from = Math.max(stretch.from, minute);
  return stretch.until - from >= LEAST ? { from, until: stretch.until } : null;
}

function pieceOf(block: Block, date: IsoDate): Omit<Piece, 'lane'> | null {
  const { slot } = block;
  if (!slot || slot.allDay) return null;
  const from = dateIn(slot.start) < date ? 0 : minuteIn(slot.start);
  const until = dateIn(slot.end) > date ? DAY : minuteIn(slot.end);
  if (from === 0 && until === DAY) return null;
  return { block, from, until: Math.max(until, from) };
}

/** Each in the first row where nothing else takes place meanwhile. */
function inLanes(pieces: Omit<Piece, 'lane'>[]): Piece[] {
  const ends: number[] = [];
  return [...pieces]
    .sort((a, b) => a.from - b.from || b.until - a.until)
    .map((piece) => {
      const free = ends.findIndex((end) => end <= piece.from);
      const lane = free < 0 ? ends.length : free;
      // What takes no time takes a minute's room.
      ends[lane] = Math.max(piece.until, piece.from + 1);
      return { ...piece, lane };
    });
}

function freeOf(pieces: Piece[], work: Stretch): Stretch[] {
  const free: Stretch[] = [];
  let from = work.from;
  const busy = pieces.filter(({ block }) => !block.transparent && block.state !== 'cancelled');
  for (const piece of [...busy, { from: work.until, until: work.until }]) {
    const until = Math.min(piece.from, work.until);
    if (until - from >= LEAST) free.push({ from, until });
    from = Math.max(from, piece.until);
  }
  return free;
}
