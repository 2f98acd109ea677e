// A client's page: its people edited in place, what cannot be said why, and everything there after a restart.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

interface Page {
  siren: string;
  tags: string[];
  notes: string;
  contacts: { id: string; name: string; phones: { shown: string; dial: string }[] }[];
}

/** A window on the page of a client with one contact. */
async function onPage(theme: 'light' | 'dark' = 'light'): Promise<{ window: Window; id: string }> {
  const window = await Window.open({ house: await House.withWeek(), theme });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const { id } = made.client;
  const edit = {
    name: 'Hélène Dubois',
    client: { type: 'existing', id },
    phones: [{ kind: 'work', written: '02 38 00 00 00' }],
  };
  await ask(window.driver, 'create_contact', { edit });
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"] [data-contact]');
  return { window, id };
}

/** The page as the core has it. */
const page = (window: Window, id: string) => ask<Page>(window.driver, 'client', { id });

test('a contact’s number is edited in place, and is there after a restart', async () => {
  const { window, id } = await onPage();
  await window.click('Modifier Hélène Dubois');
  await window.fill(say('fr', 'contact-phone'), '06 12 34 56 78');
  await window.press('Enter');
  await until('it is on disk', async () => {
    const [helene] = (await page(window, id)).contacts;
    return helene?.phones[0]?.dial === '+33612345678';
  });
  await window.press('Escape');
  await window.role('button', /06.12.34.56.78/);
  await window.close();

  const again = await Window.open({ house: window.house });
  await again.find('[data-view="client"]');
  await again.role('button', /06.12.34.56.78/);
});

test('a SIREN that cannot be is refused where it is typed, with the reason', async () => {
  const { window, id } = await onPage();
  await window.click(say('fr', 'company-edit'));
  await window.fill(say('fr', 'client-siren'), '732 829 321');
  await window.press('Enter');
  await window.find('[data-view="client"] [role="alert"]');
  expect((await page(window, id)).siren, 'nothing was kept').toBe('');
  await window.fill(say('fr', 'client-siren'), '732 829 320');
  await window.press('Enter');
  await window.gone('[data-view="client"] [role="alert"]');
  await until(
    'it is kept',
    async () => (await page(window, id)).siren.replaceAll(/\D/g, '') === '732829320',
  );
});

test('notes are written in Markdown, and read without a tag of theirs becoming one', async () => {
  const { window, id } = await onPage();
  await window.click(say('fr', 'client-notes-hint'));
  await window.type('**10 000** <img src=x> [ici](javascript:alert)');
  await window.press('Escape');
  await until('Escape brought back what it was', async () => (await page(window, id)).notes === '');
  await window.press('Escape');
  await window.click(say('fr', 'notes-write'));
  await window.type('**10 000** <img src=x> [ici](javascript:alert)');
  await window.press('Control+Enter');
  await window.find('.markdown strong');
  const made = await window.driver.executeScript<number>(
    `return document.querySelectorAll('.markdown img, .markdown a').length`,
  );
  expect(made, 'neither a picture nor a link').toBe(0);
});

test('tags are given and taken by keys, and a client is put aside and taken back', async () => {
  const { window, id } = await onPage();
  await (await window.role('textbox', say('fr', 'client-tags'))).click();
  await window.type('salon 2026');
  await window.press('Enter');
  await until('it has the tag', async () => (await page(window, id)).tags.includes('salon 2026'));
  await window.click(say('fr', 'client-menu'));
  await window.click(say('fr', 'client-archive'), 'menuitem');
  await window.toast(/rchiv/);
  await window.click(say('fr', 'client-unarchive'));
  await window.gone('[data-view="client"] header > p');
});

test.each(['light', 'dark'] as const)(
  'nothing on it is hard to reach or to read (%s)',
  async (theme) => {
    const { window } = await onPage(theme);
    await window.click('Modifier Hélène Dubois');
    await window.click(say('fr', 'contact-more'));
    await window.click(say('fr', 'company-edit'));
    await window.calm();
    expect(await window.axe()).toEqual([]);
  },
);
