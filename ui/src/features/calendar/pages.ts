/** Which days a view shows, and what the next and the previous page are. Pure. */
import { addDays, addMonths, firstOfMonth, mondayOf, weekday, type IsoDate } from '../../intents/wall';
import type { CalendarViewName } from '../../state/desk.svelte';

/** The calendar's views, in the order they are offered. */
export const VIEWS: CalendarViewName[] = ['day', 'workWeek', 'week', 'month', 'agenda'];

/** Days of the agenda read at a time. */
export const AGENDA_DAYS = 28;

/** The days of the page that holds `date`; `more` further readings of the agenda. */
export function pageOf(view: CalendarViewName, date: IsoDate, more = 0): { from: IsoDate; until: IsoDate } {
  const monday = mondayOf(date);
  switch (view) {
    case 'day':
      return { from: date, until: addDays(date, 1) };
    case 'workWeek':
      return { from: monday, until: addDays(monday, 5) };
    case 'week':
      return { from: monday, until: addDays(monday, 7) };
    case 'month':
      return monthWeeks(date);
    case 'agenda':
      return { from: date, until: addDays(date, AGENDA_DAYS * (more + 1)) };
  }
}

/** The whole weeks a month lies in. */
export function monthWeeks(date: IsoDate): { from: IsoDate; until: IsoDate } {
  const first = firstOfMonth(date);
  const last = addDays(addMonths(first, 1), -1);
  return { from: mondayOf(first), until: addDays(mondayOf(last), 7) };
}

/** The date to show a page further. */
export function turned(view: CalendarViewName, date: IsoDate, by: number): IsoDate {
  switch (view) {
    case 'day':
      return addDays(date, by);
    case 'workWeek':
    case 'week':
      return addDays(date, 7 * by);
    case 'month':
      return addMonths(date, by);
    case 'agenda':
      return addDays(mondayOf(date), 7 * by);
  }
}

/** Where to look for `date`: on a work week, a weekend is only seen in the whole week. */
export function viewFor(view: CalendarViewName, date: IsoDate): CalendarViewName {
  return view === 'workWeek' && weekday(date) > 5 ? 'week' : view;
}

/** The days from `from` to before `until`. */
export function datesIn(from: IsoDate, until: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) dates.push(date);
  return dates;
}
