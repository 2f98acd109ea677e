// Whatever was written is found by a few letters, from anywhere.

import { expect, test } from 'vitest';
import { ask, clients, each } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

/** A window on the week, with a client and a contact there. */
async function withHelene(theme: 'light' | 'dark' = 'light'): Promise<Window> {
  const window = await Window.open({ house: await House.withWeek(), theme });
  const [id] = await clients(window.driver, ['Conserverie des Îles']);
  await ask(window.driver, 'create_contact', {
    edit: { client: { type: 'existing', id }, given: 'Hélène', family: 'Marchand' },
  });
  return window;
}

/** The hit that is lit, and what is marked in it. */
function lit(window: Window): Promise<{ text: string; marks: string[] } | null> {
  return window.driver.executeScript(
    `const hit = document.querySelector('[data-hit][data-selected]');
     return hit && { text: hit.innerText, marks: [...hit.querySelectorAll('mark')].map((e) => e.innerText) };`,
  );
}

test('helene finds Hélène, marked, and Enter opens where she is', async () => {
  const window = await withHelene();
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.type('helene');
  await until('Hélène is found and lit', async () =>
    /Hélène Marchand/.test((await lit(window))?.text ?? ''),
  );
  expect((await lit(window))?.marks, 'the word that matches is marked').toContain('Hélène');
  await window.press('Enter');
  await window.find('[data-view="client"]');
  await until('the page of where she works is read', async () =>
    (await window.driver.executeScript<string>('return document.body.innerText')).includes(
      'Conserverie des Îles',
    ),
  );
});

test('a contact far down a page is brought to where one sees it', async () => {
  const window = await withHelene();
  const [client] = await ask<{ id: string }[]>(window.driver, 'clients', { words: 'Conserverie' });
  await each(
    window.driver,
    'create_contact',
    Array.from({ length: 40 }, (_, n) => ({
      edit: {
        client: { type: 'existing', id: client?.id },
        given: 'Colette',
        family: `Vasseur ${String(n).padStart(2, '0')}`,
      },
    })),
  );
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.type('vasseur 39');
  await until('she is found and lit', async () =>
    /Vasseur 39/.test((await lit(window))?.text ?? ''),
  );
  await window.press('Enter');
  await until('her card is in sight, and the keyboard is on it', () =>
    window.driver.executeScript<boolean>(
      `const card = document.activeElement?.closest('[data-contact]');
       const box = card?.getBoundingClientRect();
       return !!card?.innerText.includes('Vasseur 39') && box.top >= 0 && box.bottom <= innerHeight`,
    ),
  );
});

test('the palette finds the same, beneath what one can do', async () => {
  const window = await withHelene();
  await window.press('Control+k');
  await window.find('[role="dialog"]');
  await window.type('conserverie iles');
  await until('the client is found and lit', async () =>
    /Conserverie des Îles/.test((await lit(window))?.text ?? ''),
  );
  await window.press('Enter');
  await window.find('[data-view="client"]');
});

test('Control and Enter plan with who was found', async () => {
  const window = await withHelene();
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.type('hélène');
  await until('she is lit', async () => (await lit(window)) !== null);
  await window.press('Control+Enter');
  const field = await window.role('combobox', say('fr', 'touchpoint-client'));
  expect(await field.getAttribute('value')).toBe('Conserverie des Îles');
});

test('a meeting opens its sheet, and a mistyped word still finds', async () => {
  const window = await withHelene();
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.type('fromajerie');
  await until('the meeting is found', async () => {
    const hits = await window.driver.executeScript<string>(
      `return [...document.querySelectorAll('[data-hit="touchpoint"]')].map((e) => e.innerText).join()`,
    );
    return hits.includes('Fromagerie');
  });
  await window.driver.executeScript(`document.querySelector('[data-hit="touchpoint"]').click()`);
  await window.role('textbox', say('fr', 'touchpoint-title'));
});

test('the slash is a letter where one types', async () => {
  const window = await withHelene();
  await window.press('l');
  // The list has the focus once it is there; whoever types before that types into it.
  await window.find('[data-row]:focus');
  const filter = await window.find('[data-filter]');
  await filter.click();
  await window.press('/');
  await until('the filter has it', async () => (await filter.getAttribute('value')) === '/');
  expect(await window.driver.executeScript('return !!document.querySelector(".finder")')).toBe(
    false,
  );
});

test.each(['light', 'dark'] as const)('it has no serious fault (%s)', async (theme) => {
  const window = await withHelene(theme);
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.calm();
  expect(await window.axe(), 'before a word').toEqual([]);
  await window.type('helene');
  await until('something is found', async () => (await lit(window)) !== null);
  expect(await window.axe(), 'with what was found').toEqual([]);
});
