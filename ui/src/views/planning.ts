/** What a sentence plans: at once when all is said, else in its draft, with what was understood. */
import type { Quick } from '../ipc/bindings.gen';
import { ipc, ProblemError } from '../ipc/client';
import { desk } from '../state/desk.svelte';
import { sayDone, sayProblem } from '../state/steps';

/** Plans what was read. What the rules or the gate refuse is looked at in the draft. */
export async function planSentence(read: Quick): Promise<void> {
  if (!read.ready || read.verdict?.level === 'refused') return openDraft(read);
  try {
    const outcome = await ipc.planTouchpoint(read.draft);
    if (outcome.type === 'done') sayDone(outcome);
    else openDraft(read);
  } catch (problem) {
    if (problem instanceof ProblemError && problem.code === 'reason') openDraft(read);
    else sayProblem(problem);
  }
}

function openDraft({ draft, client, weak }: Quick): void {
  const { kind, reason, participants } = draft;
  const named = draft.client.type === 'existing' ? { id: draft.client.id, name: client } : undefined;
  desk.openDraft(draft.to, null, named, { kind, reason, people: participants, weak: weak ?? undefined });
}
