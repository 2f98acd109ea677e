/** Leave as one changes it: a leave ends after it begins, and there is something of it. Pure. */
import type { LeaveSheet } from '../../ipc/bindings.gen';
import type { IsoDate } from '../../intents/wall';

/** Leave on one whole day. */
export const leaveOn = (date: IsoDate): LeaveSheet => ({ first: date, last: date, fromNoon: false, untilNoon: false });

/** Which halves of a leave of one day are away. */
export type Portion = 'day' | 'morning' | 'afternoon';

/** What of its one day a leave takes. */
export function portionOf({ fromNoon, untilNoon }: LeaveSheet): Portion {
  if (untilNoon) return 'morning';
  return fromNoon ? 'afternoon' : 'day';
}

/** The leave with that of its one day. */
export function portioned(leave: LeaveSheet, portion: Portion): LeaveSheet {
  return { ...leave, fromNoon: portion === 'afternoon', untilNoon: portion === 'morning' };
}

/** Begins on another day: the last follows when it would lie before. */
export function startingOn(leave: LeaveSheet, first: IsoDate): LeaveSheet {
  return whole({ ...leave, first, last: leave.last < first ? first : leave.last });
}

/** Ends on another day: the first follows when it would lie after. */
export function endingOn(leave: LeaveSheet, last: IsoDate): LeaveSheet {
  return whole({ ...leave, last, first: leave.first > last ? last : leave.first });
}

/** A day that lost both halves is a whole one. */
function whole(leave: LeaveSheet): LeaveSheet {
  const nothing = leave.first === leave.last && leave.fromNoon && leave.untilNoon;
  return nothing ? { ...leave, fromNoon: false, untilNoon: false } : leave;
}
