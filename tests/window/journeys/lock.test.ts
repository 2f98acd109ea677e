// A book with a passphrase: set in the settings, locked by a key, by sleep and by a kill, and opened again.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { Services } from '../harness/services';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const PASSPHRASE = 'trois chênes au bord du lac';
/** A journey through several starts, in milliseconds. */
const LONG = 120_000;
/** What the week holds, and a locked page must not. */
const NAMES = ['Fromagerie du Lac', 'Atelier Morel', 'Camille Kerbrat'];

/** Everything the page holds, seen or not. */
function whole(window: Window): Promise<string> {
  return window.driver.executeScript<string>('return document.documentElement.outerHTML');
}

/** Waits until the page asks for the passphrase, and sees that it holds nothing of the book. */
async function locked(window: Window): Promise<void> {
  await until('it asks for the passphrase', async () =>
    window.driver
      .executeScript<boolean>(
        'return document.querySelector("[data-view=locked] input:focus") !== null',
      )
      // The page is being loaded anew.
      .catch(() => false),
  );
  const page = await whole(window);
  for (const name of NAMES) expect(page, 'nothing of the book').not.toContain(name);
}

async function unlock(window: Window): Promise<void> {
  await window.type(PASSPHRASE);
  await window.press('Enter');
  await window.find('[data-view="week"]');
}

/** A house with a week that has a passphrase, and its window. */
async function sealed(env?: NodeJS.ProcessEnv): Promise<{ house: House; window: Window }> {
  const house = await House.withWeek();
  const window = await Window.open({ house, env });
  const coded = await ask<{ type: string }>(window.driver, 'seal', { passphrase: PASSPHRASE });
  expect(coded.type).toBe('done');
  return { house, window };
}

test(
  'a passphrase set in the settings locks by a key, and a locked page holds nothing of the book',
  { timeout: LONG },
  async () => {
    const house = await House.withWeek();
    const window = await Window.open({ house });
    const shown = await whole(window);
    expect(
      NAMES.some((name) => shown.includes(name)),
      'there is something to hide',
    ).toBe(true);

    await window.click(say('fr', 'app-settings'));
    await window.click(say('fr', 'security-seal'));
    await window.find('[data-sealing] input:focus');
    await window.type(PASSPHRASE);
    await window.fill(say('fr', 'passphrase-again'), PASSPHRASE);
    expect(await window.axe(), 'nothing serious').toEqual([]);
    await window.click(say('fr', 'security-seal-do'));
    const code = await (await window.find('[data-code]')).getText();
    expect(code).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
    expect(await window.axe(), 'nothing serious').toEqual([]);
    await window.press('Escape');
    await window.find('[data-code]');
    await window.click(say('fr', 'code-kept'), 'checkbox');
    await window.click(say('fr', 'code-done'));
    await window.gone('[data-code]');
    await window.find('[data-security="sealed"]');
    expect(await window.axe(), 'nothing serious').toEqual([]);
    expect(await whole(window), 'the code is shown once').not.toContain(code);

    await window.press('g');
    await window.find('[data-view="week"]');
    await window.press('Control+l');
    await locked(window);
    expect(await window.axe(), 'nothing serious').toEqual([]);

    await window.type('quatre chênes');
    await window.press('Enter');
    const said = await window.find('[data-said]');
    expect(await said.getText()).toBe(say('fr', 'locked-wrong'));
    await until('the field is empty again', async () =>
      window.driver.executeScript<boolean>(
        'const field = document.activeElement; return field.matches("input") && field.value === ""',
      ),
    );
    await unlock(window);
    await until('the week is back', async () => {
      const page = await whole(window);
      return NAMES.some((name) => page.includes(name));
    });

    await window.kill();
    const again = await Window.open({ house, bare: true });
    await locked(again);
    await again.press('Tab', 'Tab', 'Tab');
    await again.press('Enter');
    await again.find('input:focus');
    await again.type(code.toLowerCase().replaceAll('-', ' '));
    await again.fill(say('fr', 'passphrase-new'), 'une barque sous la pluie');
    await again.fill(say('fr', 'passphrase-again'), 'une barque sous la pluie');
    await again.click(say('fr', 'locked-recover-do'));
    await again.find('[data-view="week"]');
  },
);

test(
  'it locks before the machine sleeps, and with the session’s screen',
  { timeout: LONG },
  async () => {
    const bus = new House();
    const services = await Services.start(bus);
    const { window } = await sealed(services.env);
    await services.hears('inhibited');
    services.befalls('sleep');
    await services.hears('released');
    await locked(window);
    services.befalls('wake');
    await services.hears('inhibited', 2);
    await unlock(window);
    services.befalls('lock');
    await locked(window);
  },
);

test('what is being typed when it locks is kept', { timeout: LONG }, async () => {
  const { window } = await sealed();
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const { id } = made.client;
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"]');
  await window.click(say('fr', 'client-notes-hint'));
  await window.type('Décide le jeudi');
  await window.press('Control+l');
  await locked(window);
  await window.type(PASSPHRASE);
  await window.press('Enter');
  await window.find('[data-view="client"]');
  const page = await ask<{ notes: string }>(window.driver, 'client', { id });
  expect(page.notes).toBe('Décide le jeudi');

  await window.press('g', 'c');
  await window.find('[role="dialog"] input:focus');
  await window.type('Chez Aubert');
  await window.press('Control+l');
  await locked(window);
  await unlock(window);
  const draft = await window.find('[role="dialog"]');
  const written = await window.driver.executeScript<string[]>(
    'return [...arguments[0].querySelectorAll("input, textarea")].map((field) => field.value)',
    draft,
  );
  expect(written, 'the draft is open as it was').toContain('Chez Aubert');
});
