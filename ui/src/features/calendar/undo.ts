/** Taking steps back and again, with the sentence for the toast. */
import { toasts } from '../../shared/toasts.svelte';
import { ipc } from '../../ipc/client';
import { t } from '../../words/words.svelte';
import { sayProblem } from './trouble';

/** Takes the last step back. */
export async function undo(): Promise<void> {
  await say(ipc.undo, 'calendar-nothing-to-undo');
}

/** Takes the last undone step again. */
export async function redo(): Promise<void> {
  await say(ipc.redo, 'calendar-nothing-to-redo');
}

async function say(step: typeof ipc.undo, nothing: string): Promise<void> {
  try {
    const done = await step();
    toasts.show({ text: done?.said ?? t(nothing) });
  } catch (problem) {
    sayProblem(problem);
  }
}
