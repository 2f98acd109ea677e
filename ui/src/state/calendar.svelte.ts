/**
 * What the core says stands on the calendar: the truth as last read.
 *
 * `shown` changes only when the days asked for are there, so that turning a page never flashes an empty week; the
 * neighbours are read ahead, and a write makes everything be read again.
 */
import type { Block, CalendarDay, Topic, WeekAir } from '../ipc/bindings.gen';
import { events, ipc } from '../ipc/client';
import { addDays, daysBetween, type IsoDate } from '../intents/wall';
import { painted } from '../shared/painted';
import { Weeks, byStart, touches, wholeWeeks } from './weeks';

/** A page of the calendar. */
export interface Page {
  view: string;
  /** The date the page was chosen for. */
  date: IsoDate;
  /** First day shown. */
  from: IsoDate;
  /** First day not shown any more. */
  until: IsoDate;
}

/** A page and what stands on it. */
export interface Shown extends Page {
  blocks: Block[];
  days: CalendarDay[];
  /** The air owed in each week it touches. */
  weeks: WeekAir[];
}

/** How long an old page stays while the next is read, in milliseconds; past it, the frame comes without its blocks. */
const PATIENCE = 150;

class Calendar {
  shown = $state.raw<Shown | null>(null);
  tray = $state.raw<Block[]>([]);
  /** What is to come and looks for its reason. */
  looking = $state.raw<Block[]>([]);
  /** The last reading failed: what is shown may be old. */
  trouble = $state.raw<unknown>(null);

  private weeks = new Weeks();
  private wanted: Page | null = null;
  private revision = 0;
  /** Something may have been written that was not heard of. */
  private deaf = true;

  /** The first page and the tray, read before anything is drawn: the first frame is a whole one. */
  async first(page: Page): Promise<void> {
    this.deaf = false;
    await Promise.all([this.show(page), this.seeTray()]);
  }

  /** Shows a page, at once when it is known, and reads its neighbours. */
  async see(page: Page): Promise<void> {
    await this.show(page);
    void this.readAhead(page);
  }

  private async show(page: Page): Promise<void> {
    this.wanted = page;
    if (this.showKnown(page)) return;
    const late = setTimeout(() => {
      if (this.wanted === page && this.shown?.from !== page.from)
        this.shown = { ...page, blocks: [], days: [], weeks: [] };
    }, PATIENCE);
    try {
      await this.read(page.from, page.until);
      if (this.wanted === page) this.showKnown(page);
      this.trouble = null;
    } catch (problem) {
      this.trouble = problem;
    } finally {
      clearTimeout(late);
    }
  }

  /** Reads the tray again, and what looks for its reason. */
  async seeTray(): Promise<void> {
    try {
      [this.tray, this.looking] = await Promise.all([ipc.tray(), ipc.withoutReason()]);
    } catch (problem) {
      this.trouble = problem;
    }
  }

  /** Reads everything shown again: something was written. */
  async refresh(): Promise<void> {
    this.weeks.clear();
    await Promise.all([this.wanted ? this.see(this.wanted) : null, this.seeTray()]);
  }

  /** Puts a block where the core says it stands now, without waiting for the next reading. */
  put(block: Block, formerKey: string): void {
    this.weeks.put(block, formerKey);
    const others = (blocks: Block[]) => blocks.filter(({ key }) => key !== formerKey && key !== block.key);
    this.tray = block.slot ? others(this.tray) : [...others(this.tray), block];
    if (!this.shown) return;
    const { from, until, blocks } = this.shown;
    const standing = touches(block, from, until) ? [...others(blocks), block].sort(byStart) : others(blocks);
    this.shown = { ...this.shown, blocks: standing };
  }

  /** Takes a block away, in the same manner. */
  remove(key: string): void {
    this.weeks.drop(key);
    this.tray = this.tray.filter((block) => block.key !== key);
    this.looking = this.looking.filter((block) => block.key !== key);
    if (this.shown) this.shown = { ...this.shown, blocks: this.shown.blocks.filter((block) => block.key !== key) };
  }

  /** Listens to what is written, wherever it comes from. Gives back how to stop. */
  listen(): () => void {
    if (this.deaf) {
      this.weeks.clear();
      void this.seeTray();
    }
    this.deaf = false;
    const concerns: Topic[] = ['touchpoints', 'settings', 'clients'];
    const stop = events.changed.listen(({ payload }) => {
      if (payload.revision < this.revision) return;
      this.revision = payload.revision;
      if (payload.topics.some((topic) => concerns.includes(topic))) void this.refresh();
    });
    return () => {
      this.deaf = true;
      void stop.then((unlisten) => unlisten());
    };
  }

  private showKnown(page: Page): boolean {
    const known = this.weeks.get(page.from, page.until);
    if (known) this.shown = { ...page, ...known };
    return known !== null;
  }

  private async read(from: IsoDate, until: IsoDate): Promise<void> {
    const range = wholeWeeks(from, until);
    let read = await ipc.calendarDays(range);
    // An answer older than a write that was heard of meanwhile is asked again rather than shown.
    if (read.revision < this.revision) read = await ipc.calendarDays(range);
    this.weeks.keep(read, range.from, range.until);
  }

  /** The pages before and after, once this one is painted. */
  private async readAhead(page: Page): Promise<void> {
    const days = Math.max(7, daysBetween(page.from, page.until));
    if (days > 42) return;
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const by of [days, -days]) {
      if (this.wanted !== page) return;
      const [from, until] = [addDays(page.from, by), addDays(page.until, by)];
      if (!this.weeks.get(from, until)) await this.read(from, until).catch(() => undefined);
    }
  }
}

export const calendar = new Calendar();
