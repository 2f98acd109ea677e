/** What lies over the window, and the one press that plans. */
import type { ContactCard } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { AIR_MINUTES, layAir } from '../state/air';
import { desk } from '../state/desk.svelte';
import { now } from '../state/now.svelte';
import type { Seed } from '../intents/reschedule';
import { addMinutes, dateIn, minuteIn, wallAt } from '../intents/wall';

class Opened {
  palette = $state(false);
  search = $state(false);
  /** What was typed while the search was still on its way. */
  typed = $state('');
  shortcuts = $state(false);
  newClient = $state(false);
  /** A contact of no client, shown by itself. */
  loose = $state.raw<ContactCard | null>(null);
  /** Files hover over it. */
  dropping = $state(false);
}

export const opened = new Opened();

/** A length to begin with, in minutes. */
const USUAL = 60;

/** When something begins that nobody gave an hour: today at the next half hour, another day at nine. */
function soonOn(wanted: string): string {
  const date = wanted < now.date ? now.date : wanted;
  const soon = addMinutes(now.wall, 30 - (minuteIn(now.wall) % 30));
  return date === now.date && dateIn(soon) === date ? soon : wallAt(date, 540);
}

/** Lays air where a draft is open, else soon on the day that is shown, at the nearest place there is. */
export function layAirSoon(): void {
  const drawn = desk.draft?.what;
  const start = soonOn(desk.date);
  void layAir(drawn?.type === 'timed' ? drawn : { type: 'timed', start, minutes: AIR_MINUTES }, { near: true });
}

/** Opens a draft: today at the next half hour, another day at nine, or the nearest free place when that one is taken. */
export async function plan(anchor: DOMRect | null, client?: { id: string; name: string }, seed?: Seed): Promise<void> {
  const start = soonOn(seed?.on ?? desk.date);
  const to = { type: 'timed', start, minutes: seed?.minutes ?? USUAL } as const;
  const proposal = {
    subject: { type: 'new', kind: seed?.kind ?? 'video' },
    to,
    scope: 'this',
    copy: false,
    force: false,
  } as const;
  // Without an answer one begins there all the same: the draft asks again, and says what is wrong.
  const verdict = await ipc.judge(proposal).catch(() => null);
  desk.openDraft((verdict?.level !== 'free' && verdict?.nearest[0]?.to) || to, anchor, client, seed);
}
