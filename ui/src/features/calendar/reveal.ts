/** What of the calendar is in sight while something moves: brought to what the keys move, and back when nothing came
 * of it. */
import { tick } from 'svelte';
import type { Target } from '../../ipc/bindings.gen';
import { spanOf, type Seed } from '../../intents/reschedule';
import { dateIn, minuteIn } from '../../intents/wall';
import { desk, isCalendarView, type ViewName } from '../../state/desk.svelte';
import { pending } from '../../state/pending.svelte';
import { heightAt, hoursOf, type Scene } from './grid';
import { scrollerOf } from './measure';
import { pageOf, viewFor } from './pages';

/** Room kept above and below, in pixels. */
const MARGIN = 24;

/** Brings a target into sight: the page it is on, and its hour. */
export function reveal(target: Target | null, scene: Scene): void {
  const span = target && spanOf(target);
  if (!target || !span || !isCalendarView(desk.view)) return;
  const date = dateIn(span.start);
  const { from, until } = pageOf(desk.view, desk.date);
  if (date < from || date >= until) desk.show(viewFor(desk.view, date), date);
  const hours = hoursOf(scene);
  if (target.type !== 'timed' || !hours) return;
  const top = heightAt(hours, minuteIn(target.start));
  const bottom = top + target.minutes * hours.pxPerMinute;
  const above = top - MARGIN - hours.rect.top;
  const below = bottom + MARGIN - hours.rect.top - hours.rect.height;
  const by = above < 0 ? above : below > 0 ? Math.min(below, above) : 0;
  if (by !== 0) scrollerOf()?.scrollBy({ top: by, behavior: 'instant' });
}

/** Brings the calendar for what comes from a client's page, which stays behind it. A list of days takes no drop. */
export function bringCalendar({ on }: Seed): void {
  pending.behind = true;
  desk.show(viewFor(desk.calendarView === 'agenda' ? 'week' : desk.calendarView, on), on);
}

/** What was in sight when a gesture began. */
export interface Sight {
  view: ViewName;
  date: string;
  sheet: typeof desk.sheet;
  scrollTop: number;
}

export function sight(): Sight {
  return { view: desk.view, date: desk.date, sheet: desk.sheet, scrollTop: scrollerOf()?.scrollTop ?? 0 };
}

/** Back to it: a gesture that comes to nothing leaves no page turned. */
export async function back(to: Sight): Promise<void> {
  const away = desk.view !== to.view;
  if (away || desk.date !== to.date) desk.show(to.view, to.date);
  if (away) desk.sheet = to.sheet;
  await tick();
  scrollerOf()?.scrollTo({ top: to.scrollTop, behavior: 'instant' });
}
