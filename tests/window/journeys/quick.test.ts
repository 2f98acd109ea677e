// A sentence typed in the palette is a touchpoint; what it leaves open is asked, never guessed.

import { test } from 'vitest';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

/** The example week, with its clients. */
async function examples(): Promise<Window> {
  const window = await Window.open({ bare: true });
  await window.click(new RegExp(say('fr', 'welcome-examples')));
  await window.find('[data-touchpoint]');
  return window;
}

async function typed(window: Window, sentence: string): Promise<void> {
  await window.press('Control+k');
  await window.find('.palette input');
  await window.type(sentence);
}

function text(window: Window, selector: string): Promise<string> {
  return window.driver.executeScript<string>(
    `return document.querySelector(arguments[0])?.innerText ?? ''`,
    selector,
  );
}

test('a sentence that says everything is planned by Enter, and undone in one step', async () => {
  const window = await examples();
  await typed(window, 'visio Brasserie du Port jeudi 16h pour clarifier la carte des fêtes');
  await until('it says what was understood', async () =>
    /Visio.*Brasserie du Port.*16:00.*J’éclaire.*fêtes/s.test(
      await text(window, '[data-quick="ready"][data-selected] .quick-chips'),
    ),
  );
  await window.press('Enter');
  await window.toast(/16:00/);
  const blocks = (): Promise<string> =>
    window.driver.executeScript(
      `return [...document.querySelectorAll('[data-touchpoint]')].map((e) => e.dataset.start).join(' ')`,
    );
  await until('it stands on the week', async () => (await blocks()).includes('2026-11-26T16:00'));
  await window.press('Control+z');
  await until('it is gone', async () => !(await blocks()).includes('2026-11-26T16:00'));
});

test('what is not understood is said, and Enter opens the draft with the rest', async () => {
  const window = await examples();
  await typed(window, 'visio Brasserie du Port zorglub jeudi');
  await until('the word is said not to be understood, and the hour is asked for', async () => {
    const said = await text(window, '[data-quick="open"]');
    return /«\s?zorglub\s?»/.test(said) && said.includes(say('fr', 'quick-missing-hour'));
  });
  await window.press('Enter');
  await window.find('.draft-popover');
  await until('the client is filled in', async () =>
    (
      await window.driver.executeScript<string>(
        `return document.querySelector('.draft-popover').innerText + [...document.querySelectorAll('.draft-popover input')].map((e) => e.value).join(' ')`,
      )
    ).includes('Brasserie du Port'),
  );
});

test('a name that could be a slip is asked about, and one key answers', async () => {
  const window = await examples();
  await typed(window, 'visio Brassserie jeudi 16h pour clarifier la carte des fêtes');
  await window.find('.quick-choice');
  await until('the sentence is read to its end', async () =>
    (await text(window, '.quick-chips')).includes('fêtes'),
  );
  await window.press('ArrowDown');
  await window.find('.quick-choice[data-selected]');
  await window.press('Enter');
  await window.find('[data-quick="ready"]');
});
