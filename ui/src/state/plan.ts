/** The one press that plans, wherever it is made. */
import type { ClientRef } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import type { Seed } from '../intents/reschedule';
import { addMinutes, dateIn, minuteIn, wallAt } from '../intents/wall';
import { desk } from './desk.svelte';
import { now } from './now.svelte';

/** A length to begin with, in minutes. */
const USUAL = 60;

/** When something begins that nobody gave an hour: today at the next half hour, another day at nine. */
export function soonOn(wanted: string): string {
  const date = wanted < now.date ? now.date : wanted;
  const soon = addMinutes(now.wall, 30 - (minuteIn(now.wall) % 30));
  return date === now.date && dateIn(soon) === date ? soon : wallAt(date, 540);
}

/** Opens a draft: today at the next half hour, another day at nine, or the nearest free place when that one is taken. */
export async function plan(anchor: DOMRect | null, client?: ClientRef, seed?: Seed): Promise<void> {
  const to = { type: 'timed', start: soonOn(seed?.on ?? desk.date), minutes: seed?.minutes ?? USUAL } as const;
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
