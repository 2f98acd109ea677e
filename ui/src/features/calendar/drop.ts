/**
 * What happens when a hand lets go: it is drawn there at once, it is written, and the toast says so; or it goes home
 * with the reason.
 */
import type { Done, Reschedule, Scope, Target, Verdict } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { reschedule, sameTarget, type Held } from '../../intents/reschedule';
import { toasts } from '../../shared/toasts.svelte';
import { isOwn } from '../../intents/purposes';
import { sayFreeing } from '../../state/air';
import { calendar } from '../../state/calendar.svelte';
import { pending, type Settling } from '../../state/pending.svelte';
import { sayProblem, waysFrom } from '../../state/steps';
import { forceWord } from '../../words/breathing';
import { t } from '../../words/words.svelte';
import { focusBlock } from './roving.svelte';

/** How a drop ended. */
export type Ending = 'done' | 'nothing' | 'refused';

/** Lets go of what is held. The keyboard is on the block afterwards, wherever it stands then. */
export async function drop(
  held: Held,
  target: Target,
  how: { copy?: boolean; force?: boolean; scope?: Scope } = {},
): Promise<Ending> {
  const intent = reschedule(held, target, how);
  if (!intent || !held.block) return 'nothing';
  const settling: Settling = { block: held.block, target, copy: intent.copy };
  pending.settling = [...pending.settling, settling];
  const settle = () => {
    pending.settling = pending.settling.filter((other) => other !== settling);
  };
  try {
    const outcome = await ipc.reschedule(intent);
    if (outcome.type === 'refused') {
      settle();
      sayRefused(held, intent, outcome);
      void focusBlock(held.block.key);
      return 'refused';
    }
    await stand(outcome, held, intent);
    settle();
    if (isShorter(held, intent)) void sayFreeing(outcome, held.block.slot);
    else sayDone(outcome);
    void focusBlock(outcome.block?.key ?? held.block.key);
    return 'done';
  } catch (problem) {
    settle();
    // It may be gone or changed meanwhile: what is shown is read again.
    void calendar.refresh();
    sayProblem(problem, [{ label: t('app-retry'), run: () => void drop(held, target, how) }]);
    return 'refused';
  }
}

/** Whether a meeting was made shorter in its place: what it leaves becomes air. One of a series leaves it alone. */
function isShorter({ block, grip }: Held, { to }: Reschedule): boolean {
  if (!block || block.repeats || isOwn(block) || to.type !== 'timed') return false;
  return (grip === 'start' || grip === 'end') && to.minutes < block.minutes;
}

/** The block where the core says it stands; what more than one block moved with is read again. */
async function stand(done: Done, held: Held, intent: Reschedule): Promise<void> {
  if (!done.block || !held.block || intent.scope !== 'this') return calendar.refresh();
  const former = intent.copy && done.block.key !== held.block.key ? done.block.key : held.block.key;
  calendar.put(done.block, former);
}

/** It is on disk: the sentence, the ways from it, and for one of a series the other scopes. */
export function sayDone(done: Done): void {
  const scopes: Scope[] = done.scope ? ['this', 'following', 'all'] : [];
  toasts.show({
    about: 'step',
    text: done.said,
    actions: [
      ...waysFrom(done),
      ...scopes
        .filter((scope) => scope !== done.scope)
        .map((scope) => ({ label: t(`calendar-scope-${scope}`), run: () => void rescope(scope) })),
    ],
  });
}

/** The same move for another part of its series. */
async function rescope(scope: Scope): Promise<void> {
  try {
    const outcome = await ipc.rescope(scope);
    if (outcome.type === 'done') sayDone(outcome);
    else toasts.show({ text: outcome.why.join(' · '), tone: 'warn' });
  } catch (problem) {
    sayProblem(problem);
  }
}

function sayRefused(held: Held, intent: Reschedule, verdict: Verdict): void {
  const again = (to: Target, force: boolean) => () =>
    void drop(held, to, { copy: intent.copy, scope: intent.scope, force });
  const nearest = verdict.nearest.filter(({ to }) => !sameTarget(to, intent.to)).slice(0, 2);
  toasts.show({
    about: 'step',
    text: [verdict.when, ...verdict.why.slice(0, 2)].join(' · '),
    tone: 'warn',
    actions: [
      ...nearest.map(({ to, label }) => ({ label, run: again(to, false) })),
      { label: forceWord(verdict.debt), run: again(intent.to, true) },
    ],
  });
}
