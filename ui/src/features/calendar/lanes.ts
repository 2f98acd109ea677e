/**
 * Rows of bars over days: the lane of whole days, and the weeks of a month.
 *
 * Pure and stable, like `layout.ts`.
 */
import type { Block } from '../../ipc/bindings.gen';
import { DAY, dayNumber, minutesOf, type IsoDate } from '../../intents/wall';
import { inLane } from './layout';

/** A block as a bar over some of the days shown. */
export interface Bar {
  block: Block;
  /** First day it covers, as an index into the days shown. */
  first: number;
  /** Last day it covers. */
  last: number;
  /** It began before the days shown. */
  continued: boolean;
  /** It goes on after them. */
  continues: boolean;
}

/** A bar and its row. */
export interface Packed extends Bar {
  row: number;
}

/** What a row of days can show. */
export interface Packing {
  shown: Packed[];
  /** For each day, how many blocks have no row. */
  hidden: number[];
  /** Rows taken. */
  rows: number;
}

/** The bars of the blocks that touch some days in a row; only those of the lane, or all (`everything`, a month). */
export function barsOf(blocks: Block[], days: IsoDate[], everything: boolean): Bar[] {
  if (days.length === 0) return [];
  const origin = dayNumber(days[0]);
  const bars: Bar[] = [];
  for (const block of blocks) {
    if (!block.slot || !(everything || inLane(block))) continue;
    const start = minutesOf(block.slot.start);
    const first = Math.floor(start / DAY) - origin;
    // What has hours and lasts less than a day stands on the day it begins, even past midnight.
    const last = inLane(block) ? Math.max(first, Math.ceil(minutesOf(block.slot.end) / DAY) - 1 - origin) : first;
    if (last < 0 || first >= days.length) continue;
    bars.push({
      block,
      first: Math.max(first, 0),
      last: Math.min(last, days.length - 1),
      continued: first < 0,
      continues: last >= days.length,
    });
  }
  return bars;
}

/**
 * Gives each bar the first row free over all its days, long bars first. At most `room` rows are shown; where that is
 * too few, a day's last row is left for the "+n", and what has none is counted.
 */
export function pack(bars: Bar[], days: number, room: number): Packing {
  const sorted = [...bars].sort(byBar);
  const taken: boolean[][] = Array.from({ length: days }, () => []);
  const packed: Packed[] = sorted.map((bar) => {
    let row = 0;
    while (taken.slice(bar.first, bar.last + 1).some((rows) => rows[row])) row += 1;
    for (let day = bar.first; day <= bar.last; day += 1) taken[day][row] = true;
    return { ...bar, row };
  });
  const crowded = taken.map((rows) => rows.length > room);
  const fits = ({ first, last, row }: Packed): boolean => {
    for (let day = first; day <= last; day += 1) if (row >= (crowded[day] ? room - 1 : room)) return false;
    return true;
  };
  const shown = packed.filter(fits);
  const hidden = Array.from({ length: days }, () => 0);
  for (const bar of packed) {
    if (fits(bar)) continue;
    for (let day = bar.first; day <= bar.last; day += 1) hidden[day] += 1;
  }
  const rows = Math.max(0, ...shown.map(({ row }) => row + 1), hidden.some((n) => n > 0) ? room : 0);
  return { shown, hidden, rows };
}

function byBar(a: Bar, b: Bar): number {
  const whole = Number(inLane(b.block)) - Number(inLane(a.block));
  if (whole !== 0) return whole;
  const start = startOf(a) - startOf(b);
  return a.first - b.first || b.last - b.first - (a.last - a.first) || start || (a.block.key < b.block.key ? -1 : 1);
}

function startOf(bar: Bar): number {
  return bar.block.slot ? minutesOf(bar.block.slot.start) : 0;
}
