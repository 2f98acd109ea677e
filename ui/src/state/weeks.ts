/** What was read of the calendar, kept by ISO week, so that turning a page back costs nothing. */
import type { Block, CalendarDay, CalendarDays, WeekAir } from '../ipc/bindings.gen';
import { addDays, dateIn, daysBetween, mondayOf, type IsoDate } from '../intents/wall';

/** Weeks kept; the page shows six at most. */
const KEPT = 40;

interface Week {
  blocks: Block[];
  days: CalendarDay[];
  air: WeekAir | null;
}

/** Days in a row and what stands on them. */
export interface Days {
  blocks: Block[];
  days: CalendarDay[];
  /** The air owed in each week they touch. */
  weeks: WeekAir[];
}

/** Whole weeks around a range: Monday to Monday. */
export function wholeWeeks(from: IsoDate, until: IsoDate): { from: IsoDate; until: IsoDate } {
  return { from: mondayOf(from), until: addDays(mondayOf(addDays(until, -1)), 7) };
}

/** Whether a block touches days from `from` to before `until`. */
export function touches(block: Block, from: IsoDate, until: IsoDate): boolean {
  const { slot } = block;
  if (!slot || slot.start >= `${until}T00:00`) return false;
  // What takes no time stands where it begins.
  return slot.end > `${from}T00:00` || slot.start >= `${from}T00:00`;
}

/** The order blocks come in from the core. */
export function byStart(a: Block, b: Block): number {
  const one = a.slot?.start ?? '';
  const other = b.slot?.start ?? '';
  return one < other ? -1 : one > other ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Weeks by their Monday, the least recently seen forgotten first. */
export class Weeks {
  private weeks = new Map<IsoDate, Week>();

  /** Keeps what was read; the range is whole weeks. */
  keep(read: CalendarDays, from: IsoDate, until: IsoDate): void {
    for (let monday = from; monday < until; monday = addDays(monday, 7)) {
      const next = addDays(monday, 7);
      this.weeks.delete(monday);
      this.weeks.set(monday, {
        blocks: read.blocks.filter((block) => touches(block, monday, next)),
        days: read.days.filter(({ date }) => date >= monday && date < next),
        air: read.weeks.find((week) => week.monday === monday) ?? null,
      });
    }
    for (const monday of this.weeks.keys()) {
      if (this.weeks.size <= KEPT) break;
      this.weeks.delete(monday);
    }
  }

  /** The days asked for, or `null` when some were not read. */
  get(from: IsoDate, until: IsoDate): Days | null {
    const range = wholeWeeks(from, until);
    const blocks = new Map<string, Block>();
    const days: CalendarDay[] = [];
    const weeks: WeekAir[] = [];
    for (let n = 0; n < daysBetween(range.from, range.until); n += 7) {
      const monday = addDays(range.from, n);
      const week = this.weeks.get(monday);
      if (!week) return null;
      // Seen again: to the end of the line of what is forgotten.
      this.weeks.delete(monday);
      this.weeks.set(monday, week);
      for (const block of week.blocks) if (touches(block, from, until)) blocks.set(block.key, block);
      if (week.air) weeks.push(week.air);
      days.push(...week.days.filter(({ date }) => date >= from && date < until));
    }
    return { blocks: [...blocks.values()].sort(byStart), days, weeks };
  }

  /** Puts a block where it stands now, and takes it from where it stood. */
  put(block: Block, formerKey: string): void {
    for (const [monday, week] of this.weeks) {
      const others = week.blocks.filter(({ key }) => key !== formerKey && key !== block.key);
      week.blocks = touches(block, monday, addDays(monday, 7)) ? [...others, block].sort(byStart) : others;
    }
  }

  /** Takes a block away. */
  drop(key: string): void {
    for (const week of this.weeks.values()) week.blocks = week.blocks.filter((block) => block.key !== key);
  }

  /** Forgets everything: something was written. */
  clear(): void {
    this.weeks.clear();
  }
}

/** The working minutes a day opens with, as far as `days` knows; 9:00 on a day off. */
export function openingOf(days: CalendarDay[], date: IsoDate): number {
  const known = days.find((day) => day.date === dateIn(date));
  return known?.hours?.[0] ?? days.find(({ hours }) => hours)?.hours?.[0] ?? 540;
}
