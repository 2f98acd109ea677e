/**
 * What a hand over the calendar means.
 *
 * A drag, a keyboard move and "Déplacer…" followed by a click all end here, so that they can't mean different things.
 * Two steps, both pure: {@link aim} turns what is held and where it is into a target on the calendar, and
 * {@link reschedule} turns the target into the one intent the core understands, or into nothing.
 *
 * What `aim` answers for a *move*, by what is held and where it is:
 *
 * | held ↓ \ over →  | hours of a day            | all-day lane                | a day (month, mini-month)   | tray    |
 * |------------------|---------------------------|-----------------------------|-----------------------------|---------|
 * | with hours       | that time, same length    | whole days, as many as it touches | that day, same hour   | tray    |
 * | whole days       | that time, one hour       | from that day, as many days | from that day, as many days | tray    |
 * | waiting (tray)   | that time, its length     | that day                    | that day, at its opening    | nothing |
 * | not there yet    | that time, its seed's length or one hour | that day     | that day, at its opening    | nothing |
 *
 * Hours become whole days, and the reverse, only because the hand is over the other lane: an explicit place, which the
 * ghost shows. *Resizing* only reads the hours of a day (or the days of the lane) and never goes under one step;
 * *drawing* a new one runs from where it was begun to where the hand is. Pulling the *tail* reads the day only, which has
 * to come after: the meeting that concludes would stand at the same hour of it.
 *
 * `reschedule` answers nothing when there is no target, or when the target is where it already is and no copy is asked.
 */
import type { Block, ClientRef, Kind, Reason, Reschedule, Scope, Target } from '../ipc/bindings.gen';
import { DAY, addDays, dateIn, dateOf, dayNumber, daysBetween, minuteIn, minutesOf, wallAt, wallOf } from './wall';
import type { IsoDate, Wall } from './wall';

/** What the hand does to what it holds. */
export type Grip = 'move' | 'start' | 'end' | 'create' | 'tail';

/** Where the hand is. The minute is exact: snapping is `aim`'s. */
export type Place =
  | { type: 'hours'; date: IsoDate; minute: number }
  | { type: 'lane'; date: IsoDate }
  | { type: 'day'; date: IsoDate; opening: number }
  | { type: 'spot'; target: Target }
  | { type: 'tray' };

/** What a touchpoint that is not there yet grows from: a step of a client's path. */
export interface Seed {
  /** Its name among the client's suggestions. */
  key: string;
  client: ClientRef;
  kind: Kind;
  /** What the step is for, as the reason it would be; all empty when nobody has said. */
  reason: Reason;
  minutes: number;
  /** The day it is suggested for. */
  on: IsoDate;
}

/** What is in the hand, and how it was taken. */
export interface Held {
  /** `null` for something that is not there yet: it is drawn, or grows from a seed. */
  block: Block | null;
  seed?: Seed;
  grip: Grip;
  /** Where the hand was when it took hold. */
  from: Place;
}

/** Length of something that gets hours without having had any, in minutes. */
export const DEFAULT_MINUTES = 60;

/** Where what is held would go, or nothing. `step` is the snap in minutes. */
export function aim(held: Held, place: Place | null, step: number): Target | null {
  if (!place) return null;
  switch (held.grip) {
    case 'move':
      return aimMove(held, place, step);
    case 'create':
      return aimCreate(held.from, place, step);
    case 'tail':
      return held.block ? aimTail(held.block, place) : null;
    case 'start':
    case 'end':
      return held.block ? aimResize(held.block, held.grip, place, held.from, step) : null;
  }
}

function aimMove(held: Held, place: Place, step: number): Target | null {
  const slot = held.block?.slot ?? null;
  const grabbed = grabOf(held);
  switch (place.type) {
    case 'tray':
      return slot ? { type: 'tray' } : null;
    case 'spot':
      return place.target;
    case 'hours': {
      const own = slot && !slot.allDay ? minuteIn(slot.start) : null;
      const start = snapWall(place.date, place.minute - grabbed.minutes, step, own);
      return { type: 'timed', start, minutes: hoursLength(held) };
    }
    case 'lane':
      return { type: 'allDay', first: addDays(place.date, -grabbed.days), days: daysOf(held.block) };
    case 'day': {
      const date = addDays(place.date, -grabbed.days);
      if (slot?.allDay) return { type: 'allDay', first: date, days: daysOf(held.block) };
      if (slot) return { type: 'timed', start: wallAt(date, minuteIn(slot.start)), minutes: lengthOf(held.block!) };
      return { type: 'timed', start: wallAt(date, place.opening), minutes: hoursLength(held) };
    }
  }
}

function aimTail({ slot, minutes }: Block, place: Place): Target | null {
  if (!slot || slot.allDay || place.type === 'tray' || place.type === 'spot') return null;
  if (place.date <= dateIn(slot.start)) return null;
  return { type: 'timed', start: wallAt(place.date, minuteIn(slot.start)), minutes };
}

function aimCreate(from: Place, place: Place, step: number): Target | null {
  if (from.type === 'hours') {
    // Only the height counts: a hand that drifts into the next column is still drawing in the first.
    const minute = place.type === 'hours' ? place.minute : from.minute;
    const anchor = floorTo(from.minute, step);
    const reached = Math.min(Math.max(minute < from.minute ? floorTo(minute, step) : ceilTo(minute, step), 0), DAY);
    const start = Math.min(anchor, reached);
    const end = Math.max(reached, anchor + step);
    return { type: 'timed', start: wallAt(from.date, start), minutes: end - start };
  }
  if (from.type === 'lane' || from.type === 'day') {
    const date = place.type === 'lane' || place.type === 'day' ? place.date : from.date;
    const first = date < from.date ? date : from.date;
    return { type: 'allDay', first, days: Math.abs(daysBetween(from.date, date)) + 1 };
  }
  return null;
}

function aimResize(block: Block, edge: 'start' | 'end', place: Place, from: Place, step: number): Target | null {
  const slot = block.slot;
  if (!slot) return null;
  if (slot.allDay) {
    if (place.type !== 'lane' && place.type !== 'day') return null;
    const last = addDays(dateIn(slot.end), -1);
    const first = edge === 'start' ? (place.date < last ? place.date : last) : dateIn(slot.start);
    const until = edge === 'end' ? (place.date > first ? place.date : first) : last;
    return { type: 'allDay', first, days: daysBetween(first, until) + 1 };
  }
  if (place.type !== 'hours' || from.type !== 'hours') return null;
  const start = minutesOf(slot.start);
  const end = start + lengthOf(block);
  const pulled = place.minute - from.minute;
  if (edge === 'end') {
    const day = dayNumber(from.date) * DAY;
    const reached = snapTo(end + pulled - day, step, end - day) + day;
    return { type: 'timed', start: slot.start, minutes: Math.max(reached, start + step) - start };
  }
  const day = dayNumber(dateIn(slot.start)) * DAY;
  const reached = Math.max(snapTo(start + pulled - day, step, start - day), 0) + day;
  const begun = Math.min(reached, end - step);
  return { type: 'timed', start: wallOf(begun), minutes: end - begun };
}

/** How far into what is held the hand took hold: whole days, and minutes from its start. */
function grabOf(held: Held): { days: number; minutes: number } {
  const slot = held.block?.slot;
  const { from } = held;
  if (!slot || from.type === 'tray' || from.type === 'spot') return { days: 0, minutes: 0 };
  const days = daysBetween(dateIn(slot.start), from.date);
  if (from.type !== 'hours' || slot.allDay) return { days, minutes: 0 };
  return { days, minutes: dayNumber(from.date) * DAY + from.minute - minutesOf(slot.start) };
}

/** The one intent, or nothing when nothing would change. */
export function reschedule(
  held: Held,
  target: Target | null,
  how: { copy?: boolean; force?: boolean; scope?: Scope } = {},
): Reschedule | null {
  // What a tail aims at is another meeting: nothing moves.
  if (!target || held.grip === 'tail') return null;
  const { block } = held;
  const copy = (how.copy ?? false) && block !== null && held.grip === 'move' && target.type !== 'tray';
  if (block && !copy && sameTarget(target, targetOf(block))) return null;
  return {
    subject: block
      ? { type: 'existing', id: block.id, occurrence: block.occurrence }
      : { type: 'new', kind: held.seed?.kind ?? 'video' },
    to: target,
    scope: how.scope ?? 'this',
    copy,
    force: how.force ?? false,
  };
}

/** Where a block is now. */
export function targetOf(block: Block): Target {
  const { slot } = block;
  if (!slot) return { type: 'tray' };
  if (slot.allDay) return { type: 'allDay', first: dateIn(slot.start), days: daysOf(block) };
  return { type: 'timed', start: slot.start, minutes: lengthOf(block) };
}

/** Whether two targets are the same place. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (!a || !b || a.type !== b.type) return a === b;
  if (a.type === 'timed') return b.type === 'timed' && a.start === b.start && a.minutes === b.minutes;
  if (a.type === 'allDay') return b.type === 'allDay' && a.first === b.first && a.days === b.days;
  return true;
}

/** The wall times of a target with a place on the calendar; the end is excluded. */
export function spanOf(target: Target): { start: Wall; end: Wall; allDay: boolean } | null {
  if (target.type === 'timed') {
    return { start: target.start, end: wallOf(minutesOf(target.start) + target.minutes), allDay: false };
  }
  if (target.type === 'allDay') {
    return { start: `${target.first}T00:00`, end: `${addDays(target.first, target.days)}T00:00`, allDay: true };
  }
  return null;
}

/** A block's length in minutes as the core counts it; zero is possible in calendars from elsewhere, and is kept. */
function lengthOf(block: Block): number {
  return block.minutes;
}

/** The length something takes among the hours; whole days and what is drawn have none of their own yet. */
function hoursLength({ block, seed }: Held): number {
  if (!block && seed) return seed.minutes;
  if (!block || block.slot?.allDay) return DEFAULT_MINUTES;
  return block.slot ? lengthOf(block) : block.minutes || DEFAULT_MINUTES;
}

/** How many days a block touches; one for what has no slot. */
function daysOf(block: Block | null): number {
  const slot = block?.slot;
  if (!slot) return 1;
  // An end at midnight does not touch the day it falls on.
  return Math.max(1, Math.ceil(minutesOf(slot.end) / DAY) - Math.floor(minutesOf(slot.start) / DAY));
}

/**
 * The nearest step, save that a minute it already had wins within half a step: a meeting at 10:05 dragged to another
 * day stays at 10:05.
 */
function snapTo(minute: number, step: number, own: number | null): number {
  const snapped = Math.round(minute / step) * step;
  return own !== null && Math.abs(minute - own) <= Math.min(Math.abs(minute - snapped), step / 2) ? own : snapped;
}

function snapWall(date: IsoDate, minute: number, step: number, own: number | null): Wall {
  // The hour it had counts on whichever day the start falls, hence the day is cut off first.
  const day = Math.floor(minute / DAY);
  const snapped = snapTo(minute - day * DAY, step, own);
  return wallAt(dateOf(dayNumber(date) + day), snapped);
}

function floorTo(minute: number, step: number): number {
  return Math.floor(minute / step) * step;
}

function ceilTo(minute: number, step: number): number {
  return Math.ceil(minute / step) * step;
}
