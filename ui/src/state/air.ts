/** Air and work of one's own, as one lays, uses and ends them: from the calendar, a sheet, the palette. */
import type { Block, BlockSlot, Done, FreedUse, Target, Verdict } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { addDays, dateIn } from '../intents/wall';
import { toasts } from '../shared/toasts.svelte';
import { forceWord } from '../words/breathing';
import { lengthOf } from '../words/dates';
import { t } from '../words/words.svelte';
import { desk } from './desk.svelte';
import { soonOn } from './plan';
import { sayDone, sayProblem, waysFrom } from './steps';

/** How long air is when nobody drew it, in minutes. */
export const AIR_MINUTES = 30;

/** Lays air where a draft is open, else soon on the day that is shown, at the nearest place there is. */
export function layAirSoon(): void {
  const drawn = desk.draft?.what;
  const soon = { type: 'timed', start: soonOn(desk.date), minutes: AIR_MINUTES } as const;
  void layAir(drawn?.type === 'timed' ? drawn : soon, { near: true });
}

/** Lays air there. Refused, it goes to the nearest place (`near`), or the reason is said with the places there are. */
export async function layAir(to: Target, how: { force?: boolean; near?: boolean } = {}): Promise<boolean> {
  try {
    const outcome = await ipc.layAir(to, how.force ?? false);
    if (outcome.type === 'done') {
      sayDone(outcome);
      return true;
    }
    const nearest = outcome.nearest[0];
    if (how.near && nearest) return await layAir(nearest.to);
    sayRefused(to, outcome);
  } catch (problem) {
    sayProblem(problem);
  }
  return false;
}

function sayRefused(to: Target, verdict: Verdict): void {
  toasts.show({
    about: 'step',
    text: [verdict.when, ...verdict.why.slice(0, 2)].join(' · '),
    tone: 'warn',
    actions: [
      ...verdict.nearest.slice(0, 2).map((near) => ({ label: near.label, run: () => void layAir(near.to) })),
      { label: forceWord(verdict.debt), run: () => void layAir(to, { force: true }) },
    ],
  });
}

/** Lays air for what the week of `monday` owes. */
export async function repayAir(monday: string): Promise<void> {
  try {
    sayDone(await ipc.repayAir(monday));
  } catch (problem) {
    sayProblem(problem);
  }
}

/** Says what air becomes: it stays air, or it is work. */
export async function useAir(block: Block, wanted: FreedUse): Promise<void> {
  try {
    sayDone(await ipc.useFreed(block.id, wanted));
  } catch (problem) {
    sayProblem(problem);
  }
}

/** Lays time before a meeting, to get ready for it or to go there. */
export async function hangOn(meeting: string, purpose: 'preparation' | 'travel', minutes: number): Promise<void> {
  try {
    sayDone(await ipc.hangOn(meeting, purpose, minutes));
  } catch (problem) {
    sayProblem(problem);
  }
}

/** Says that work of one's own is done, or that it is still to do. */
export async function markDone(block: Block, done: boolean): Promise<void> {
  const which = { id: block.id, occurrence: block.occurrence, scope: 'this' } as const;
  try {
    sayDone({ ...(await ipc.editTouchpoint(which, { state: done ? 'held' : 'planned' })), scope: null });
  } catch (problem) {
    sayProblem(problem);
  }
}

/** The air that came where a meeting stood; none when it left no time of a worked day. */
export async function freedIn(slot: BlockSlot | null): Promise<Block | null> {
  if (!slot || slot.allDay) return null;
  const from = dateIn(slot.start);
  const read = await ipc.calendarDays({ from, until: addDays(from, 1) }).catch(() => null);
  const within = (block: Block) => block.slot !== null && block.slot.start >= slot.start && block.slot.end <= slot.end;
  return read?.blocks.find((block) => block.purpose === 'freed' && within(block)) ?? null;
}

/**
 * It is on disk, and may have freed air where the meeting stood (`before`): the sentence says how much. The one thing it
 * offers besides the way back is the client's next step, where none is left, else another use of the air.
 */
export async function sayFreeing(done: Done, before: BlockSlot | null): Promise<void> {
  const freed = await freedIn(before);
  const length = freed && lengthOf(freed.minutes);
  const use = freed && { label: t('air-freed-use'), run: () => desk.openSheet(freed, null) };
  const ways = waysFrom(done);
  toasts.show({
    about: 'step',
    text: length === null ? done.said : t('air-freed-said', { said: done.said, length }),
    actions: ways.length < 2 && use ? [...ways, use] : ways,
  });
}
