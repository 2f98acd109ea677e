/** When a week is looked back at: as it ends, and before the next one begins. Pure. */
import { addDays, dateIn, minuteIn, mondayOf, weekday, type IsoDate, type Wall } from '../intents/wall';

/** From this minute of a Friday on, and before that one of a Monday. */
const FRIDAY_FROM = 14 * 60;
const MONDAY_UNTIL = 12 * 60;

/** The week one would look back at now: on a Monday the one that is over. */
export function weekToLookAt(wall: Wall): IsoDate {
  const monday = mondayOf(dateIn(wall));
  return weekday(dateIn(wall)) === 1 ? addDays(monday, -7) : monday;
}

/** Whether the look back is offered now: on Friday afternoon and on Monday morning. */
export function isLookBackTime(wall: Wall): boolean {
  const day = weekday(dateIn(wall));
  return (day === 5 && minuteIn(wall) >= FRIDAY_FROM) || (day === 1 && minuteIn(wall) < MONDAY_UNTIL);
}
