// The list of clients: gone through, selected, changed at once, and left as one wants it.

import { expect, test } from 'vitest';
import { ask, clients } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const MANY = Array.from({ length: 200 }, (_, n) => `Grappe ${String(n + 1).padStart(3, '0')}`);

/** A window on the list, with these clients in it. */
async function onList(names: string[], theme: 'light' | 'dark' = 'light'): Promise<Window> {
  const window = await Window.open({ house: await House.withWeek(), theme });
  await clients(window.driver, names);
  await window.press('l');
  await window.find('[data-view="clients"]');
  await shown(window, names[0]!);
  return window;
}

/** Waits until a client is in sight and the keyboard is on a row. */
async function shown(window: Window, name: string): Promise<void> {
  await until(`${name} is in the list and a row has the focus`, async () =>
    window.driver.executeScript<boolean>(
      `return document.activeElement?.matches('[data-row]')
         && [...document.querySelectorAll('[data-row]')].some((row) => row.innerText.includes(arguments[0]))`,
      name,
    ),
  );
}

/** How many clients have a tag, as the core counts them. */
async function tagged(window: Window, tag: string): Promise<number> {
  const query = {
    words: '',
    filter: { tags: [tag] },
    sort: { by: 'name', descending: false },
    from: 0,
    limit: 1,
  };
  return (await ask<{ total: number }>(window.driver, 'clients_page', { query })).total;
}

/** The heads of the columns, and which way one is ordered. */
function heads(window: Window): Promise<{ names: string[]; sorted: string }> {
  return window.driver.executeScript(
    `const heads = [...document.querySelectorAll('[role="columnheader"]')];
     return {
       names: heads.map((head) => head.innerText.trim()).filter(Boolean),
       sorted: heads.filter((head) => head.ariaSort).map((head) => head.innerText.trim() + ' ' + head.ariaSort).join(),
     };`,
  );
}

test('two hundred clients are tagged in one go, and one undo takes it back', async () => {
  const window = await onList(MANY);
  await window.type('grap');
  await until('only those are left', async () =>
    /200/.test(await (await window.find('[data-view="clients"] h1')).getText()),
  );
  await window.press('ArrowDown', 'Control+a');
  await window.toast(/200/);
  await window.click(say('fr', 'clients-tag'));
  await window.type('salon');
  await window.press('Enter');
  await until('all of them have it', async () => (await tagged(window, 'salon')) === 200);
  await window.click(/^Annuler/);
  await until('one press took it back', async () => (await tagged(window, 'salon')) === 0);
});

test('a range is drawn with Shift, put aside, and found again among those put aside', async () => {
  const window = await onList(['Abeille', 'Bruyère', 'Chardon', 'Dahlia']);
  await window.press('Home', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp');
  await window.toast(/^2 /);
  await window.click(say('fr', 'clients-archive'));
  await until('they left the list', async () => !(await rowsOf(window)).includes('Abeille'));
  const rows = await rowsOf(window);
  expect(rows, 'the range had become shorter again').toContain('Chardon');
  await window.click(/^Filtrer/);
  await window.type('archiv');
  await window.press('Enter', 'Escape');
  await until('they are where what is put aside is', async () =>
    (await rowsOf(window)).includes('Bruyère'),
  );
  expect(await rowsOf(window)).not.toContain('Chardon');
});

test('columns and order are there again after a restart', async () => {
  const window = await onList(['Abeille', 'Bruyère']);
  await window.click(say('fr', 'clients-columns'));
  await window.click(say('fr', 'clients-column-market'), 'checkbox');
  await window.click(say('fr', 'clients-column-last'), 'checkbox');
  await window.press('Escape');
  await window.click(say('fr', 'clients-column-name'));
  const left = await heads(window);
  expect(left.names).toContain(say('fr', 'clients-column-market'));
  expect(left.names).not.toContain(say('fr', 'clients-column-last'));
  expect(left.sorted, 'the other way round').toBe(`${say('fr', 'clients-column-name')} descending`);
  await window.close();

  const again = await Window.open({ house: window.house });
  await shown(again, 'Abeille');
  expect(await heads(again)).toEqual(left);
});

test('a view is kept under a name, and is one press away', async () => {
  const window = await onList(['Abeille', 'Bruyère']);
  await window.click(/^Filtrer/);
  await window.type('sans pro');
  await window.press('Enter', 'Escape');
  await window.click(say('fr', 'clients-view-keep'));
  await window.type('À reprendre');
  await window.press('Enter');
  await window.click(say('fr', 'clients-view-all'));
  await window.gone('[aria-label^="Enlever le filtre"]');
  await window.click('À reprendre');
  await window.find('[aria-label^="Enlever le filtre"]');
});

test('letters, arrows and Enter lead to a page without a mouse', async () => {
  const window = await onList(['Abeille', 'Œuvré et Fils', 'Zénith']);
  await window.type('oeuv');
  await until('the letters found it', async () => (await rowsOf(window)).startsWith('Œuvré'));
  await window.press('ArrowDown', 'Enter');
  await window.find('[data-view="client"]');
});

test.each(['light', 'dark'] as const)('it has no serious fault (%s)', async (theme) => {
  const window = await onList(['Abeille', 'Bruyère', 'Chardon'], theme);
  expect(await window.axe(), 'as it opens').toEqual([]);
  await window.press('x', 'Shift+ArrowDown');
  await window.toast(/^2 /);
  expect(await window.axe(), 'with a selection').toEqual([]);
});

/** The names in sight, a line each. */
function rowsOf(window: Window): Promise<string> {
  return window.driver.executeScript<string>(
    `return [...document.querySelectorAll('[data-client] [role="rowheader"]')].map((e) => e.innerText).join('\\n')`,
  );
}
