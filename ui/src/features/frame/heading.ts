/** What the title bar calls the page of a calendar view. */
import { addDays, addMonths, firstOfMonth, mondayOf, weekNumber, type IsoDate } from '../../intents/wall';
import type { CalendarViewName } from '../../state/desk.svelte';
import { dayRange, fullDay, longDay, monthYear } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** The title of a page, and its ISO weeks. */
export function headingOf(view: CalendarViewName, date: IsoDate): { title: string; weeks: string } {
  const monday = mondayOf(date);
  const week = t('app-week-number', { week: weekNumber(date) });
  switch (view) {
    case 'day':
      return { title: fullDay(date), weeks: week };
    case 'workWeek':
      return { title: dayRange(monday, addDays(monday, 5)), weeks: week };
    case 'week':
      return { title: dayRange(monday, addDays(monday, 7)), weeks: week };
    case 'agenda':
      return { title: t('app-from', { day: longDay(date) }), weeks: week };
    case 'month': {
      const first = firstOfMonth(date);
      const last = addDays(addMonths(first, 1), -1);
      return {
        title: monthYear(date),
        weeks: t('app-weeks-number', { from: weekNumber(first), until: weekNumber(last) }),
      };
    }
  }
}
