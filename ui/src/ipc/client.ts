/**
 * The only door to the core. Commands answer with data or throw a `ProblemError`; nothing else in the page imports
 * Tauri's JavaScript.
 */
import { commands, events, type Code, type Problem } from './bindings.gen';

export { events };

/** What the core refused or could not do, in the person's words. */
export class ProblemError extends Error {
  readonly code: Code;
  /** What to do about it; may be empty. */
  readonly hint: string;

  constructor({ code, message, hint }: Problem) {
    super(message);
    this.name = 'ProblemError';
    this.code = code;
    this.hint = hint;
  }
}

type Data<Answer> = Extract<Answer, { status: 'ok' }> extends { data: infer Value } ? Value : never;

type Unwrapped<Commands> = {
  [Name in keyof Commands]: Commands[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Promise<Data<Answer>>
    : never;
};

/** Questions that were not answered yet. */
let asked = 0;

/** Waits until every question was answered, at most `longest` milliseconds. */
export async function answered(longest: number): Promise<void> {
  const until = performance.now() + longest;
  while (asked > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

type Answer = { status: 'ok'; data: unknown } | { status: 'error'; error: Problem };

function unwrapped<Commands extends object>(from: Commands): Unwrapped<Commands> {
  const entries = Object.entries(from).map(([name, command]) => [
    name,
    async (...given: unknown[]) => {
      asked += 1;
      const answer: Answer = await (command as (...given: unknown[]) => Promise<Answer>)(...given).finally(
        () => (asked -= 1),
      );
      if (answer.status === 'ok') return answer.data;
      throw new ProblemError(answer.error);
    },
  ]);
  return Object.fromEntries(entries) as Unwrapped<Commands>;
}

/** Everything the core can be asked. */
export const ipc = unwrapped(commands);
