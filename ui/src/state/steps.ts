/** What was just done, said; the way back; and what could not be done, said calmly. */
import type { Done, Problem } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { toasts, type ToastAction } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';
import { notices } from './notices.svelte';
import { plan } from './plan';

/**
 * Where one goes from a write: back; and, when it left its client without a next step, on to planning one. Offered once,
 * in the toast that says the write.
 */
export function waysFrom({ wantsNext }: Done): ToastAction[] {
  const back = { label: t('app-undo'), run: () => void undo() };
  return wantsNext ? [back, { label: t('app-plan-next'), run: () => void plan(null, wantsNext) }] : [back];
}

/** It is on disk: the sentence, and the ways from it. The newest only: an older one's "Annuler" would take back another step. */
export function sayDone(done: Done): void {
  toasts.show({ about: 'step', text: done.said, actions: waysFrom(done) });
}

/** What went wrong, and what to do about it. What the person cancelled themselves is not a problem. */
export function sayProblem(problem: unknown, actions: ToastAction[] = []): void {
  const { code, message, hint } = problem as Partial<Problem>;
  if (code === 'cancelled') return;
  // What refuses one write refuses the next: the window says so until it is over.
  if (code === 'readOnly') void notices.read();
  toasts.show({ text: joined(message || t('app-failed'), hint ?? ''), actions, tone: 'warn' });
}

/** What happened and what to do about it, as two sentences. */
function joined(message: string, hint: string): string {
  if (!hint) return message;
  return /[.!?…]$/.test(message) ? `${message} ${hint}` : `${message}. ${hint}`;
}

/** Does it; a problem is said, and the answer is then nothing. */
export async function attempt<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await work();
  } catch (problem) {
    sayProblem(problem);
    return undefined;
  }
}

/** Takes the last step back. */
export async function undo(): Promise<void> {
  const done = await attempt(ipc.undo);
  if (done !== undefined) toasts.show({ about: 'step', text: done?.said ?? t('app-nothing-to-undo') });
}

/** Takes the last undone step again. */
export async function redo(): Promise<void> {
  const done = await attempt(ipc.redo);
  if (done !== undefined) toasts.show({ about: 'step', text: done?.said ?? t('app-nothing-to-redo') });
}
