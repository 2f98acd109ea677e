// Bringing in the people one already has: a table of Outlook's, and a card.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { fixture, House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const TABLE = fixture('csv/outlook-fr-cp1252.csv');
const CARD = fixture('vcf/gmail-single2.vcf');

interface Contact {
  id: string;
  name: string;
  nickname: string;
  role: string;
  phones: { shown: string }[];
}

/** The contacts of a client, as its page reads them. */
async function contactsOf(window: Window, words: string): Promise<Contact[]> {
  const [client] = await ask<{ id: string }[]>(window.driver, 'clients', { words });
  if (!client) return [];
  return (await ask<{ contacts: Contact[] }>(window.driver, 'client', { id: client.id })).contacts;
}

test('the French Outlook table comes in, with one column read another way', async () => {
  const window = await Window.open({ house: await House.withWeek(), args: [TABLE], bare: true });
  await window.find('[role="dialog"] [data-verdict]');
  await window.click(say('fr', 'exchange-columns'), 'radio');
  const column = /Utilisateur 1/;
  await window.click(column);
  await window.click(say('fr', 'column-nickname'), 'option');
  await until('the column is read that way', async () =>
    (await (await window.role('button', column)).getAccessibleName()).endsWith(
      say('fr', 'column-nickname'),
    ),
  );
  expect(await window.axe(), 'the columns').toEqual([]);
  await window.click(say('fr', 'exchange-rows-tab'), 'radio');
  await window.find('[role="dialog"] [data-verdict]');
  expect(await window.axe(), 'the rows').toEqual([]);
  await window.click(/^Apporter \d+ contact/);
  await window.toast(/[Aa]pporté/);

  const [zoe] = await contactsOf(window, 'Façonnerie');
  expect(zoe).toMatchObject({ name: 'Zoé Noël', nickname: 'perso' });
  expect(
    zoe?.phones.map(({ shown }) => shown.replaceAll(/\s/g, ' ')),
    'shown the French way',
  ).toContain('02 38 00 00 00');

  await window.press('Control+z');
  await window.toast(/Annulé/);
  expect(await contactsOf(window, 'Façonnerie'), 'one undo takes it all back').toEqual([]);
});

test('the columns one chose are remembered for the next table like it', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house, args: [TABLE], bare: true });
  await window.find('[role="dialog"] [data-verdict]');
  await window.click(say('fr', 'exchange-columns'), 'radio');
  await window.click(/Utilisateur 1/);
  await window.click(say('fr', 'column-nickname'), 'option');
  await until('the column is read that way', async () =>
    (await (await window.role('button', /Utilisateur 1/)).getAccessibleName()).endsWith(
      say('fr', 'column-nickname'),
    ),
  );
  await window.click(/^Apporter \d+ contact/);
  await window.toast(/[Aa]pporté/);
  await window.close();

  const again = await Window.open({ house, args: [TABLE], bare: true });
  await again.find('[role="dialog"]');
  await again.click(say('fr', 'exchange-columns'), 'radio');
  const name = await (await again.role('button', /Utilisateur 1/)).getAccessibleName();
  expect(name, 'as it was chosen').toContain(say('fr', 'column-nickname'));
});

test('a card given to the window opens its preview, and one press brings the person in', async () => {
  const window = await Window.open({ house: await House.withWeek(), args: [CARD], bare: true });
  await window.find('[role="dialog"] [data-verdict="new"]');
  await window.click(/^Apporter 1 contact/);
  await window.toast(/[Aa]pporté/);
  const loose = await ask<{ contacts: Contact[] }>(window.driver, 'loose_contacts', {
    from: 0,
    limit: 10,
  });
  const found = [...loose.contacts, ...(await contactsOf(window, 'TheCompany'))];
  expect(found.map(({ name }) => name)).toContain('VCard Test');
});

test('who stands twice in the table is made one on the way in, and taken apart on the client’s page', async () => {
  const window = await Window.open({ house: await House.withWeek(), args: [TABLE], bare: true });
  await window.find('[role="dialog"] [data-verdict="same"]');
  await window.click(/^Apporter \d+ contact/);
  await window.toast(/[Aa]pporté/);
  expect(await contactsOf(window, 'Façonnerie'), 'the two are one').toHaveLength(1);
  const [client] = await ask<{ id: string }[]>(window.driver, 'clients', { words: 'Façonnerie' });
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${client?.id}"] [role="rowheader"]`)).click();
  await window.click(/^Séparer /);
  await until(
    'they are two again',
    async () => (await contactsOf(window, 'Façonnerie')).length === 2,
  );
});
