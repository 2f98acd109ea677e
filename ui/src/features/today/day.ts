/** What the day says changes with the minute, and what was ticked off stays to be unticked. Pure. */
import type { Block, Owed, Today } from '../../ipc/bindings.gen';
import { addDays, dateIn, minutesOf, type Wall } from '../../intents/wall';

/** When a touchpoint is, seen from now. */
export type When =
  /** It is on, until then. */
  | { type: 'on'; until: Wall }
  /** It begins within the hour. */
  | { type: 'soon'; minutes: number }
  | { type: 'today' }
  | { type: 'tomorrow' }
  | { type: 'later' };

/** When a touchpoint with hours is. */
export function whenOf(block: Block, wall: Wall): When {
  const { start, end } = block.slot ?? { start: wall, end: wall };
  if (start <= wall) return { type: 'on', until: end };
  const minutes = minutesOf(start) - minutesOf(wall);
  if (minutes <= 60) return { type: 'soon', minutes };
  if (dateIn(start) === dateIn(wall)) return { type: 'today' };
  return { type: dateIn(start) === addDays(dateIn(wall), 1) ? 'tomorrow' : 'later' };
}

/** Minutes for which a meeting has just ended. */
const JUST = 120;

/** The meeting that has just ended and that nobody has concluded yet. */
export function endedOf(blocks: Block[], concluded: ReadonlySet<string>, wall: Wall): Block | null {
  const ended = blocks.filter(({ key, kind, purpose, state, slot }) => {
    if (!slot || slot.allDay || purpose !== 'meeting' || kind === 'other' || concluded.has(key)) return false;
    const ago = minutesOf(wall) - minutesOf(slot.end);
    return (state === 'planned' || state === 'held') && ago >= 0 && ago < JUST;
  });
  return ended.sort((a, b) => (a.slot!.end < b.slot!.end ? 1 : -1))[0] ?? null;
}

/** When the day has to be read again though nothing was written: something ends, or the day does. */
export function turnOf(today: Today, wall: Wall): Wall {
  const ends = [...today.blocks, ...(today.next ? [today.next.block] : [])].flatMap(({ slot }) => slot?.end ?? []);
  return [`${addDays(today.date, 1)}T00:00`, ...ends.filter((end) => end > wall)].sort()[0];
}

/** Promises as they are shown: those that are owed, and those ticked off here, each once, by day. */
export function shownOwed(owed: Owed[], ticked: Owed[]): Owed[] {
  const here = new Set(ticked.map(({ promise }) => promise.id));
  const day = ({ promise }: Owed) => promise.due ?? '9999';
  return [...owed.filter(({ promise }) => !here.has(promise.id)), ...ticked].sort(
    (a, b) => day(a).localeCompare(day(b)) || a.client.name.localeCompare(b.client.name) || order(a, b),
  );
}

function order(a: Owed, b: Owed): number {
  return a.promise.id < b.promise.id ? -1 : 1;
}
