/** Blocks, days and verdicts for tests: what the core would send, with the fields a test cares about. */
import type { Block, BlockSlot, Breath, CalendarDay, HalfSpot, Verdict } from '../ipc/bindings.gen';
import { minutesOf } from './wall';

/** A slot of the home zone, in winter (+01:00). */
export function slot(start: string, end: string, allDay = false): BlockSlot {
  return { allDay, start, end, startAt: `${start}:00+01:00`, endAt: `${end}:00+01:00`, zone: null, there: null };
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
    purpose: 'meeting',
    hangsOn: null,
    debt: 0,
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

/** The air of a day that keeps what it is to keep. */
export function breath(more: Partial<Breath> = {}): Breath {
  return { kept: 120, wanted: 90, laid: [], eats: true, lunch: [720, 765], video: 0, row: 0, ...more };
}

/** A day worked from nine to six, nowhere in particular; without `hours`, a day off, which keeps no air. */
export function day(
  date: string,
  hours: [number, number] | null = [540, 1080],
  more: Partial<Breath> = {},
): CalendarDay {
  const air = hours ? breath(more) : breath({ kept: 0, wanted: 0, eats: false, lunch: null, ...more });
  const unsaid: HalfSpot = { spot: null, usual: true };
  return { date, hours, week: 48, breath: air, holiday: null, spots: [unsaid, unsaid] };
}

/** What the rules say of a place; nothing against it, unless told otherwise. */
export function verdict(more: Partial<Verdict> = {}): Verdict {
  return { level: 'free', when: '', there: null, why: [], debt: 0, follows: [], nearest: [], ...more };
}
