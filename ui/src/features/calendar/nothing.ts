/** A click where nothing stands: one lets go of what is selected, two begin a touchpoint there. */
import type { Target } from '../../ipc/bindings.gen';
import type { Place } from '../../intents/reschedule';
import { DEFAULT_MINUTES } from '../../intents/reschedule';
import { wallAt } from '../../intents/wall';
import { desk } from '../../state/desk.svelte';
import { STEP } from './drag';

/** Two clicks within this time, in milliseconds, are one double click. */
const DOUBLE_MS = 450;
/** And this near, in minutes of the grid. */
const NEAR = 10;

let last: { time: number; place: Place } | null = null;

export function clickNothing(place: Place, time = performance.now()): void {
  desk.selected = null;
  const twice = last !== null && time - last.time < DOUBLE_MS && near(last.place, place);
  last = twice ? null : { time, place };
  if (!twice) return;
  if (place.type === 'lane') desk.openDraft({ type: 'allDay', first: place.date, days: 1 }, null);
  if (place.type === 'hours') desk.openDraft(spotAt(place), null);
  if (place.type === 'day') desk.openDraft(spotAt({ ...place, minute: place.opening }), null);
}

/** The slot a point of the hours means: the step it falls in. */
export function spotAt({ date, minute }: { date: string; minute: number }): Target {
  const start = wallAt(date, Math.floor(minute / STEP) * STEP);
  return { type: 'timed', start, minutes: DEFAULT_MINUTES };
}

function near(a: Place, b: Place): boolean {
  if (a.type === 'hours' && b.type === 'hours') return a.date === b.date && Math.abs(a.minute - b.minute) < NEAR;
  return JSON.stringify(a) === JSON.stringify(b);
}
