/** The month the mini-month shows: its own until the calendar moves to another date. */
import { addMonths, firstOfMonth, type IsoDate } from '../../intents/wall';

class Mini {
  /** First day of the month shown. */
  month = $state<IsoDate>('1970-01-01');

  /** To the month of a date. */
  follow(date: IsoDate): void {
    this.month = firstOfMonth(date);
  }

  turn(by: number): void {
    this.month = addMonths(this.month, by);
  }
}

export const mini = new Mini();
