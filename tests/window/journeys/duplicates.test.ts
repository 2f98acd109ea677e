// Two that may be one: looked at side by side, made one, taken apart again, or said apart for good.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

interface Made {
  id: string;
}

/** A window with a client at which one person stands twice. */
async function twice(): Promise<{ window: Window; client: string }> {
  const window = await Window.open({ house: await House.withWeek() });
  const made = await ask<{ client: Made }>(window.driver, 'create_client', { name: 'Façonnerie' });
  const at = { type: 'existing', id: made.client.id };
  for (const edit of [
    {
      name: 'Zoé Noël',
      role: 'Directrice',
      client: at,
      emails: [{ kind: 'work', address: 'zoe@example.com' }],
    },
    { name: 'Zoe Noel', client: at, phones: [{ kind: 'work', written: '02 38 00 00 00' }] },
  ]) {
    await ask<Made>(window.driver, 'create_contact', { edit });
  }
  return { window, client: made.client.id };
}

/** The names of a client's contacts. */
async function names(window: Window, id: string): Promise<string[]> {
  const page = await ask<{ contacts: { name: string }[] }>(window.driver, 'client', { id });
  return page.contacts.map(({ name }) => name).sort();
}

test('a pair is made one from the list’s notice, and taken apart on the client’s page', async () => {
  const { window, client } = await twice();
  await window.click(say('fr', 'app-clients'));
  await window.click(say('fr', 'duplicates-look'));
  await window.find('[data-view="duplicates"] [data-side]');
  expect(await window.axe(), 'side by side').toEqual([]);
  await window.press('Control+Enter');
  await window.toast(/\S/);
  await until('they are one', async () => (await names(window, client)).length === 1);
  await window.role('heading', say('fr', 'duplicates-none'));

  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${client}"] [role="rowheader"]`)).click();
  await window.click(/^Séparer /);
  await until('they are two again', async () => (await names(window, client)).length === 2);
  expect(await names(window, client)).toEqual(['Zoe Noel', 'Zoé Noël']);
});

test('two that are not the same are never shown as a pair again', async () => {
  const { window, client } = await twice();
  await window.click(say('fr', 'app-clients'));
  await window.click(say('fr', 'duplicates-look'));
  await window.click(say('fr', 'duplicates-apart-contact'));
  await window.role('heading', say('fr', 'duplicates-none'));
  expect(await names(window, client), 'both are still there').toHaveLength(2);
  await window.close();
  const again = await Window.open({ house: window.house });
  const found = await ask<{ total: number }>(again.driver, 'duplicates', { from: 0, limit: 5 });
  expect(found.total, 'after a restart too').toBe(0);
});
