/**
 * A step of a client's path, dropped on the calendar: it is planned there with what the step is for as its reason. When
 * that is not reason enough, its draft opens there and asks for one; when its place is refused, it says why.
 */
import type { Outcome, Target, Verdict } from '../../ipc/bindings.gen';
import { ipc, ProblemError } from '../../ipc/client';
import type { Seed } from '../../intents/reschedule';
import { toasts } from '../../shared/toasts.svelte';
import { calendar } from '../../state/calendar.svelte';
import { desk } from '../../state/desk.svelte';
import { sayProblem, undo } from '../../state/steps';
import { forceWord } from '../../words/breathing';
import { t } from '../../words/words.svelte';
import type { Ending } from './drop';
import { focusBlock } from './roving.svelte';

/** Plans it. `anchor` is where the hand let go, for the draft. */
export async function plant(seed: Seed, to: Target, anchor: DOMRect | null, force = false): Promise<Ending> {
  try {
    const outcome = await planned(seed, to, force);
    if (outcome.type === 'refused') {
      sayRefused(seed, to, outcome);
      return 'refused';
    }
    if (outcome.block) {
      calendar.put(outcome.block, outcome.block.key);
      void focusBlock(outcome.block.key);
    }
    sayPlanned(outcome.said, seed);
    return 'done';
  } catch (problem) {
    if (problem instanceof ProblemError && problem.code === 'reason') {
      const weak = { message: problem.message, hint: problem.hint };
      desk.openDraft(to, anchor, seed.client, { ...seed, weak });
      return 'nothing';
    }
    sayProblem(problem, [{ label: t('app-retry'), run: () => void plant(seed, to, anchor, force) }]);
    return 'refused';
  }
}

function planned({ kind, reason, client, minutes }: Seed, to: Target, force: boolean): Promise<Outcome> {
  const nothing = { title: '', place: '', link: '', notes: '', participants: [] };
  const choice = { type: 'existing', id: client.id } as const;
  return ipc.planTouchpoint({ ...nothing, kind, reason, client: choice, minutes, to, force });
}

/** It is on disk: the sentence, the way back, and the way to the path it is a step of. */
function sayPlanned(text: string, { client }: Seed): void {
  const path = { label: t('trail-back'), run: () => desk.showClient(client.id) };
  const away = desk.view === 'client' ? [] : [path];
  toasts.show({ about: 'step', text, actions: [{ label: t('app-undo'), run: () => void undo() }, ...away] });
}

function sayRefused(seed: Seed, to: Target, verdict: Verdict): void {
  const again = (target: Target, force: boolean) => () => void plant(seed, target, null, force);
  toasts.show({
    about: 'step',
    text: [verdict.when, ...verdict.why.slice(0, 2)].join(' · '),
    tone: 'warn',
    actions: [
      ...verdict.nearest.slice(0, 2).map((near) => ({ label: near.label, run: again(near.to, false) })),
      { label: forceWord(verdict.debt), run: again(to, true) },
    ],
  });
}
