/** How tall hours are, and which one the day opens at. Pure. */
import type { CalendarDay } from '../../ipc/bindings.gen';

/** Hours a window should show at once; where it is too low for that, hours stay readable and it scrolls. */
const AT_ONCE = 10.5;
const LEAST = 64;
const MOST = 96;

/** Height of an hour in pixels: whole quarters, so that every line is sharp. `unit` is the page's `rem` over 16. */
export function hourHeight(visible: number, unit = 1): number {
  const wished = Math.floor(visible / AT_ONCE / 4) * 4;
  return Math.min(Math.max(wished, Math.round((LEAST * unit) / 4) * 4), Math.round((MOST * unit) / 4) * 4);
}

/**
 * The first minute to show: when the first day shown opens, with a little air above; or now, when now would be out of
 * sight. `visible` is how many hours fit.
 */
export function firstMinute(days: CalendarDay[], now: number | null, visible: number): number {
  const opens = days.flatMap(({ hours }) => (hours ? [hours[0]] : []));
  const opening = Math.max((opens.length > 0 ? Math.min(...opens) : 480) - 30, 0);
  if (now === null || (now >= opening && now < opening + visible * 60 - 30)) return opening;
  return Math.max(now - 60, 0);
}
