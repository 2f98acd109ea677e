// The day: why the next touchpoint takes place, what is promised, and what came of what took place, in three keys at most.

import { By } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

interface Block {
  id: string;
  key: string;
  title: string;
  state: string;
}

interface Page {
  past: Block[];
  path: {
    needs: { words: string; answered: string | null }[];
    promises: { words: string; state: string; due: string | null }[];
    clocks: { kind: string; state: string }[];
    lookAgain: string | null;
  };
}

const REASON = 'Le retour de la fromagerie d’Angers, en trois chiffres';

/** A window on the day of somebody who has one client: a call yesterday, another at eleven, a quotation due. */
async function onDay(): Promise<{ window: Window; client: string }> {
  const window = await Window.open({ house: await House.withWeek() });
  const { driver } = window;
  const made = await ask<{ client: { id: string } }>(driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const client = made.client.id;
  const phones = [{ kind: 'work', written: '02 38 00 00 00' }];
  const edit = { name: 'Hélène Dubois', client: { type: 'existing', id: client }, phones };
  await ask(driver, 'create_contact', { edit });
  await plan(window, client, 'Premier appel', '2026-11-23T16:00', 'Le relevé des pannes de l’été');
  await plan(window, client, 'Rappeler Perrin', '2026-11-24T11:00', REASON);
  const promise = { id: null, owner: 'us', words: 'le devis', due: '2026-11-25', state: 'open' };
  await ask(driver, 'write_promise', { client, promise });
  await window.press('u');
  await window.find('[data-view="today"] [data-part="next"]');
  return { window, client };
}

/** Plans a call of half an hour. */
async function plan(window: Window, id: string, title: string, start: string, bring: string) {
  const draft = {
    kind: 'phone',
    title,
    client: { type: 'existing', id },
    reason: { bring, astonish: '', clarify: '' },
    to: { type: 'timed', start, minutes: 30 },
    minutes: 30,
    ...{ place: '', link: '', notes: '', participants: [], force: false },
  };
  const outcome = await ask<{ type: string }>(window.driver, 'plan_touchpoint', { draft });
  expect(outcome.type, `${title} is planned`).toBe('done');
}

const page = (window: Window, id: string) => ask<Page>(window.driver, 'client', { id });

/** The state of a touchpoint of the client's past, as the core has it. */
async function stateOf(window: Window, client: string, title: string): Promise<string> {
  const { past } = await page(window, client);
  return past.find((block) => block.title === title)?.state ?? 'nowhere';
}

/** Gives the focus to the line of what nobody said anything of. */
async function onUnclosed(window: Window, title: string): Promise<void> {
  await until(`the line of ${title} has the focus`, () =>
    window.driver.executeScript<boolean>(
      `const line = [...document.querySelectorAll('[data-part="unclosed"] li')].find((li) => li.innerText.includes(arguments[0]));
       line?.querySelector('button').focus();
       return line?.contains(document.activeElement) ?? false;`,
      title,
    ),
  );
}

test('the next touchpoint’s reason is what one reads first, and one press calls', async () => {
  const { window } = await onDay();
  const why = await window.find('[data-part="next"] [data-reason] p');
  expect(await why.getText()).toContain(REASON);
  const large = await window.driver.executeScript<number[]>(
    `const size = (selector) => Math.max(...[...document.querySelectorAll(selector)].map((e) => parseFloat(getComputedStyle(e).fontSize)));
     return [size('[data-part="next"] [data-reason] p'), size('[data-view="today"] :is(h1, h2, li, button)')];`,
  );
  expect(large[0], 'nothing on the screen is larger').toBeGreaterThan(large[1]!);
  await window.role('button', 'Appeler Hélène Dubois');
  const focused = await window.driver.executeScript('return document.activeElement.tagName');
  expect(focused, 'the screen takes the keyboard nowhere by itself').toBe('BODY');
  await window.find('[data-now]');
});

test('a promise is ticked off where it stands, and undone', async () => {
  const { window, client } = await onDay();
  const state = async () => (await page(window, client)).path.promises[0]?.state;
  const tick = () => window.find('[data-part="owed"] [role="checkbox"]');
  await (await tick()).click();
  await window.toast(/Promesse tenue/);
  expect(await state()).toBe('kept');
  expect(await (await tick()).getAttribute('aria-checked'), 'it stays to be unticked').toBe('true');
  await window.press('Control+z');
  await until('it is owed again', async () => (await state()) === 'open');
  await until(
    'the screen says so',
    async () => (await (await tick()).getAttribute('aria-checked')) === 'false',
  );
});

test('what took place is closed in two keys, its clock alone turns, and undo takes both back', async () => {
  const { window, client } = await onDay();
  const clocks = async () =>
    (await page(window, client)).path.clocks.map(({ kind, state }) => `${kind} ${state}`);
  await onUnclosed(window, 'Premier appel');
  const keys = ['t', 'Enter'];
  await window.press(...keys);
  expect(keys.length, 'three keys at most').toBeLessThanOrEqual(3);
  await window.toast(/Noté\s: tenu/);
  expect(await stateOf(window, client, 'Premier appel')).toBe('held');
  expect(await clocks()).toEqual(['phone onTrack', 'video never', 'inPerson never']);
  await until('it is asked for no more', async () => {
    const left = await window.driver.findElements(By.css('[data-part="unclosed"] li'));
    const texts = await Promise.all(left.map((each) => each.getText().catch(() => '')));
    return !texts.some((text) => text.includes('Premier appel'));
  });
  await until('the keyboard is on the next one', () =>
    window.driver.executeScript<boolean>(
      `return document.activeElement.closest('[data-part="unclosed"] li') !== null`,
    ),
  );
  await window.click('Fonderie Perrin');
  await window.find('[data-view="client"] [data-kind="phone"][data-clock="onTrack"]');
  await window.find('[data-view="client"] [data-kind="video"][data-clock="never"]');
  await window.press('Control+z');
  await until('it is to be closed again', async () => {
    return (await stateOf(window, client, 'Premier appel')) === 'planned';
  });
  await window.find('[data-view="client"] [data-kind="phone"][data-clock="never"]');
});

test('everything that was said goes into one closing, by keyboard', async () => {
  const { window, client } = await onDay();
  await onUnclosed(window, 'Premier appel');
  await window.press('t');
  await window.find('[data-closing] input:focus');
  await window.type('Ils hésitent entre deux lignes');
  await window.find('[data-closing] [data-part="needs"]');
  await window.click(say('fr', 'closing-need'), 'textbox');
  await window.type('réduire les pannes');
  await window.click(say('fr', 'closing-promise-us'), 'textbox');
  await window.type('la maquette pour vendredi');
  await window.find('[data-closing] [data-part="promises"] p');
  await window.press('Control+Enter');
  await window.toast(/Noté\s: tenu/);
  const { path } = await page(window, client);
  expect(path.needs.map(({ words }) => words)).toEqual(['réduire les pannes']);
  expect(path.promises.find(({ words }) => words === 'la maquette')?.due).toBe('2026-11-27');
  await window.press('Control+z');
  await until('one step takes all of it back', async () => {
    const { path: now } = await page(window, client);
    return now.needs.length === 0 && now.promises.length === 1;
  });
});

test('on the calendar a block is closed in three keys, and Escape says nothing', async () => {
  const { window, client } = await onDay();
  await window.press('w');
  await window.focus('Premier appel');
  await window.press('v');
  await window.find('[data-closing]');
  await window.press('Escape');
  await window.gone('[data-closing]');
  expect(await stateOf(window, client, 'Premier appel'), 'nothing was said').toBe('planned');
  await window.focus('Premier appel');
  const keys = ['v', 'm', 'Enter'];
  for (const key of keys) {
    await window.press(key);
    await window.find('[data-closing], [role="status"] p');
    await window.calm();
  }
  expect(keys.length).toBeLessThanOrEqual(3);
  await window.toast(/Noté\s: manqué/);
  expect(await stateOf(window, client, 'Premier appel')).toBe('missed');
});

test('`B` writes a need down while it is voiced, and is a letter in a field', async () => {
  const { window, client } = await onDay();
  const needs = async () => (await page(window, client)).path.needs.map(({ words }) => words);
  await window.press('b');
  await window.find('[data-need-writer] input:focus');
  await window.type('baisser le bruit');
  await window.press('Escape');
  await window.gone('[data-need-writer]');
  expect(await needs(), 'Escape leaves').toEqual([]);
  await window.press('b');
  await window.find('[data-need-writer] input:focus');
  await window.type('baisser le bruit');
  await window.press('Enter');
  await window.toast(/Besoin noté/);
  expect(await needs()).toEqual(['baisser le bruit']);
  await until('the brief says it', async () => {
    return (await (await window.find('[data-part="brief"]')).getText()).includes(
      'baisser le bruit',
    );
  });
});

test('the screen is the one the window opens on, once it was left there', async () => {
  const { window } = await onDay();
  await window.close();
  const again = await Window.open({ house: window.house });
  await again.find('[data-view="today"] [data-part="next"]');
});
