/** What lies over the window, and the one press that plans. */
import { desk } from '../state/desk.svelte';
import { now } from '../state/now.svelte';
import { addMinutes, dateIn, minuteIn, wallAt } from '../intents/wall';

class Opened {
  palette = $state(false);
  shortcuts = $state(false);
  newClient = $state(false);
  /** Files hover over it. */
  dropping = $state(false);
}

export const opened = new Opened();

/** A length to begin with, in minutes. */
const USUAL = 60;

/** Opens a draft: today at the next half hour, another day at nine. */
export function plan(anchor: DOMRect | null, client?: { id: string; name: string }): void {
  const date = desk.date < now.date ? now.date : desk.date;
  const soon = addMinutes(now.wall, 30 - (minuteIn(now.wall) % 30));
  const start = date === now.date && dateIn(soon) === date ? soon : wallAt(date, 540);
  desk.openDraft({ type: 'timed', start, minutes: USUAL }, anchor, client);
}
