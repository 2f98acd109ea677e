/** Air and work of one's own, as one lays, uses and ends them: from the calendar, a sheet, the palette. */
import type { Block, FreedUse, Target, Verdict } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { toasts } from '../shared/toasts.svelte';
import { forceWord } from '../words/breathing';
import { sayDone, sayProblem } from './steps';

/** How long air is when nobody drew it, in minutes. */
export const AIR_MINUTES = 30;

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

/** Says that work of one's own is done, or that it is still to do. */
export async function markDone(block: Block, done: boolean): Promise<void> {
  const which = { id: block.id, occurrence: block.occurrence, scope: 'this' } as const;
  try {
    sayDone({ ...(await ipc.editTouchpoint(which, { state: done ? 'held' : 'planned' })), scope: null });
  } catch (problem) {
    sayProblem(problem);
  }
}
