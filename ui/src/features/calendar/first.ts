/** What the first frame needs of the calendar. */
import { calendar } from '../../state/calendar.svelte';
import { desk, isCalendarView } from '../../state/desk.svelte';
import { house } from '../../state/house.svelte';
import { pageOf } from './pages';

/**
 * Reads the desk's page, when the window opens on the calendar at once: behind the first start's two choices it would be
 * old by the time it is seen. What goes wrong is said once the page is there.
 */
export async function readFirstPage(): Promise<void> {
  const { view, date } = desk;
  if (isCalendarView(view) && !house.firstStart) await calendar.first({ view, date, ...pageOf(view, date) });
}
