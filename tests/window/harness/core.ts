// The core, asked from inside the page as the page asks it: for what a journey needs to be there before it begins.

import type { WebDriver } from 'selenium-webdriver';

/** Runs a command of the core with each of the arguments, one after the other, and gives back its answers. */
export async function each<Answer>(
  driver: WebDriver,
  command: string,
  all: Record<string, unknown>[],
): Promise<Answer[]> {
  const answered = await driver.executeAsyncScript<{ done?: Answer[]; problem?: string }>(
    `const [command, all, done] = arguments;
     (async () => {
       const answers = [];
       for (const given of all) answers.push(await window.__TAURI_INTERNALS__.invoke(command, given));
       return answers;
     })().then((answers) => done({ done: answers }), (problem) => done({ problem: JSON.stringify(problem) }));`,
    command,
    all,
  );
  if (answered.done === undefined) throw new Error(`${command}: ${answered.problem}`);
  return answered.done;
}

/** Runs a command of the core. */
export async function ask<Answer>(
  driver: WebDriver,
  command: string,
  given: Record<string, unknown> = {},
): Promise<Answer> {
  const [answer] = await each<Answer>(driver, command, [given]);
  return answer as Answer;
}

/** Makes clients of these names; gives back their ids. */
export async function clients(driver: WebDriver, names: string[]): Promise<string[]> {
  const made = await each<{ client: { id: string } }>(
    driver,
    'create_client',
    names.map((name) => ({ name })),
  );
  return made.map(({ client }) => client.id);
}
