/** Problems from the core, as a toast says them. */
import type { Problem } from '../../ipc/bindings.gen';
import { toasts } from '../../shared/toasts.svelte';
import { t } from '../../words/words.svelte';

/** What went wrong, and what to do about it. What the person cancelled themselves is not a problem. */
export function sayProblem(problem: unknown, actions: { label: string; run: () => void }[] = []): void {
  const known = problem as Partial<Problem>;
  if (known.code === 'cancelled') return;
  const text = [known.message || t('calendar-failed'), known.hint].filter(Boolean).join(' ');
  toasts.show({ text, actions, tone: 'warn' });
}
