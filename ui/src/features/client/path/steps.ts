/** Steps of a path as they are edited: each gives the steps that would be. Pure. */
import type { Ghost, Step } from '../../../ipc/bindings.gen';

/** A step to begin with: a call in a week. */
const NEW: Step = { kind: 'phone', aim: '', after: 7 };

/** The most steps a path has, as the core keeps it. */
export const MOST = 24;

export function added(steps: Step[]): Step[] {
  return steps.length < MOST ? [...steps, NEW] : steps;
}

export function changed(steps: Step[], at: number, change: Partial<Step>): Step[] {
  return steps.map((step, n) => (n === at ? { ...step, ...change } : step));
}

export function removed(steps: Step[], at: number): Step[] {
  return steps.filter((_, n) => n !== at);
}

/** One place up or down; the same steps at either end. */
export function moved(steps: Step[], at: number, by: -1 | 1): Step[] {
  const to = at + by;
  if (to < 0 || to >= steps.length) return steps;
  const all = [...steps];
  [all[at], all[to]] = [all[to], all[at]];
  return all;
}

/** Whether what happened has taken a step, or passed it. */
export function isTaken(ghosts: Ghost[], at: number): boolean {
  return !ghosts.some(({ step }) => step === at);
}
