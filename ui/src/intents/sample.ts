/** Blocks for tests: what the core would send, with the fields a test cares about. */
import type { Block, BlockSlot, CalendarDay, HalfSpot } from '../ipc/bindings.gen';
import { minutesOf } from './wall';

/** A slot of the home zone, in winter (+01:00). */
export function slot(start: string, end: string, allDay = false): BlockSlot {
  return { allDay, start, end, startAt: `${start}:00+01:00`, endAt: `${end}:00+01:00`, zone: null, there: null };
}

/** A day of week 48, nowhere in particular. */
export function anyDay(date: string, hours: [number, number] | null): CalendarDay {
  const unsaid: HalfSpot = { spot: null, usual: true };
  return { date, hours, week: 48, holiday: null, spots: [unsaid, unsaid] };
}

/** A block with hours: `block('a', '2026-11-26T13:00', '2026-11-26T14:00')`; without times it waits in the tray. */
export function block(key: string, start?: string, end?: string, more: Partial<Block> = {}): Block {
  const at = start && end ? slot(start, end) : null;
  return {
    key,
    id: key,
    occurrence: null,
    repeats: false,
    kind: 'video',
    state: 'planned',
    title: key,
    client: null,
    reason: { bring: '', astonish: '', clarify: '', urgent: false },
    place: '',
    link: null,
    slot: at,
    minutes: at ? minutesOf(at.end) - minutesOf(at.start) : 45,
    transparent: false,
    wantsReason: false,
    example: false,
    ...more,
  };
}

/** A block of whole days, from the first to before `until`. */
export function wholeDays(key: string, first: string, until: string): Block {
  const at = slot(`${first}T00:00`, `${until}T00:00`, true);
  return block(key, undefined, undefined, { slot: at, minutes: minutesOf(at.end) - minutesOf(at.start) });
}
