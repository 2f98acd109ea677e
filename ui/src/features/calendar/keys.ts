/** What arrow keys do to a target in hand: the keyboard's twin of the drag. Pure. */
import type { Block, Target } from '../../ipc/bindings.gen';
import { DEFAULT_MINUTES } from '../../intents/reschedule';
import { addDays, addMinutes, dateIn, wallAt, type IsoDate } from '../../intents/wall';

/** One press, already translated from keys and from the view. */
export type Push =
  /** Later or earlier. */
  | { type: 'minutes'; by: number }
  | { type: 'days'; by: number }
  /** Pulls the end. */
  | { type: 'end'; by: number }
  /** Pulls the start. */
  | { type: 'start'; by: number }
  /** To the lane of whole days, or from it to an hour. */
  | { type: 'lane' }
  | { type: 'hours'; opening: number }
  | { type: 'tray' }
  /** Out of the tray: to a day's opening. */
  | { type: 'place'; date: IsoDate; opening: number };

/** The view an arrow is pressed in: rows of hours, or rows of weeks. */
export type Rows = 'hours' | 'weeks';

/** What a key means while something is in hand; `null` for the others. */
export function pushOf(
  key: { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean },
  rows: Rows,
  steps: { usual: number; fine: number },
  opening: number,
): Push | null {
  const step = key.altKey ? steps.fine : steps.usual;
  const sign = key.key === 'ArrowUp' || key.key === 'ArrowLeft' ? -1 : 1;
  switch (key.key) {
    case 'ArrowUp':
    case 'ArrowDown':
      if (key.ctrlKey) return sign < 0 ? { type: 'lane' } : { type: 'hours', opening };
      if (key.shiftKey) return { type: 'end', by: sign * step };
      return rows === 'weeks' ? { type: 'days', by: sign * 7 } : { type: 'minutes', by: sign * step };
    case 'ArrowLeft':
    case 'ArrowRight':
      return key.shiftKey ? { type: 'start', by: sign * step } : { type: 'days', by: sign };
    case 'PageUp':
      return { type: 'days', by: -7 };
    case 'PageDown':
      return { type: 'days', by: 7 };
    case 'Delete':
    case 'Backspace':
      return { type: 'tray' };
    default:
      return null;
  }
}

/** The target after a press; the same object when the press means nothing there. */
export function pushed(target: Target | null, push: Push, block: Block | null): Target | null {
  if (!target) return target;
  if (push.type === 'tray') return block?.slot ? { type: 'tray' } : target;
  if (push.type === 'place') {
    return { type: 'timed', start: wallAt(push.date, push.opening), minutes: block?.minutes || DEFAULT_MINUTES };
  }
  if (target.type === 'timed') return pushedHours(target, push);
  if (target.type === 'allDay') return pushedDays(target, push, block);
  return target;
}

function pushedHours(target: Extract<Target, { type: 'timed' }>, push: Push): Target {
  const { start, minutes } = target;
  switch (push.type) {
    case 'minutes':
      return { ...target, start: addMinutes(start, push.by) };
    case 'days':
      return { ...target, start: `${addDays(dateIn(start), push.by)}${start.slice(10)}` };
    case 'end':
      return { ...target, minutes: Math.max(minutes + push.by, Math.min(minutes, Math.abs(push.by))) };
    case 'start': {
      const by = Math.min(push.by, minutes - Math.min(minutes, Math.abs(push.by)));
      return { ...target, start: addMinutes(start, by), minutes: minutes - by };
    }
    case 'lane':
      return { type: 'allDay', first: dateIn(start), days: 1 };
    default:
      return target;
  }
}

function pushedDays(target: Extract<Target, { type: 'allDay' }>, push: Push, block: Block | null): Target {
  const { first, days } = target;
  switch (push.type) {
    case 'days':
      return { ...target, first: addDays(first, push.by) };
    // In the lane the days are the length: `Maj` and any arrow pulls the last one.
    case 'end':
    case 'start':
      return { ...target, days: Math.max(1, days + Math.sign(push.by)) };
    case 'hours': {
      const own = block?.slot && !block.slot.allDay ? block : null;
      return own?.slot
        ? { type: 'timed', start: `${first}${own.slot.start.slice(10)}`, minutes: own.minutes }
        : { type: 'timed', start: wallAt(first, push.opening), minutes: DEFAULT_MINUTES };
    }
    default:
      return target;
  }
}
