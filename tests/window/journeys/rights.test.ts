// A person's rights: who objects is not planned with, a copy is written, an erasure leaves the touchpoint without a name,
// and whoever is long silent is looked at again.

import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, each } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const NAME = 'Hélène Dubois';
const EMAIL = 'helene@perrin.example';
const SHOTS = process.env.SENTIER_RIGHTS_SHOTS;

const draft = (id: string, title: string) => ({
  kind: 'video',
  title,
  client: { type: 'existing', id },
  reason: { bring: 'Le relevé des pannes de l’été, four par four', astonish: '', clarify: '' },
  to: { type: 'timed', start: '2026-11-24T11:00', minutes: 60 },
  minutes: 60,
  ...{ place: '', link: '', notes: '' },
  participants: [{ name: NAME, email: EMAIL, attendance: 'waiting', organizer: false }],
  force: true,
});

/** A window on the page of a client with one contact. */
async function onPage(): Promise<{ window: Window; id: string; contact: string }> {
  const window = await Window.open({ house: await House.withWeek(), theme: 'light' });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const { id } = made.client;
  const edit = {
    name: NAME,
    client: { type: 'existing', id },
    emails: [{ kind: 'work', address: EMAIL }],
    consents: [
      {
        channel: 'email',
        agreed: 'given',
        on: '2026-03-01',
        basis: 'consent',
        source: 'formulaire',
      },
    ],
  };
  const { id: contact } = await ask<{ id: string }>(window.driver, 'create_contact', { edit });
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"] [data-contact]');
  return { window, id, contact };
}

async function choose(window: Window, item: string): Promise<void> {
  await window.click(new RegExp(`actions.*${NAME}`, 'i'));
  await window.click(say('fr', item), 'menuitem');
}

const shot = async (window: Window, name: string) => {
  if (SHOTS) await window.calm();
  if (SHOTS) await window.screenshot(join(SHOTS, `${name}.png`));
};

test('who objects is not planned with, the refusal says why, and one press lifts it', async () => {
  const { window, id } = await onPage();
  await choose(window, 'objection-say');
  await window.find('[data-objecting]');
  expect(await window.axe(), 'the dialog').toEqual([]);
  await window.fill(say('fr', 'objection-source'), 'par téléphone');
  await shot(window, 'objection');
  await window.click(say('fr', 'objection-note'));
  await window.find('[data-contact] [data-objection]');
  await shot(window, 'contact');
  expect(await window.axe(), 'the page').toEqual([]);
  const refused = await ask(window.driver, 'plan_touchpoint', {
    draft: draft(id, 'Visio'),
  }).catch((problem: unknown) => String(problem));
  expect(refused).toContain(`${NAME} ne veut pas de contact`);
  await window.click(say('fr', 'objection-lift'));
  await window.gone('[data-contact] [data-objection]');
  const outcome = await ask<{ type: string }>(window.driver, 'plan_touchpoint', {
    draft: draft(id, 'Visio'),
  });
  expect(outcome.type).toBe('done');
});

test('a person is erased, the touchpoint stays without a name, and one undo brings them back', async () => {
  const { window, id, contact } = await onPage();
  const title = `Point ${NAME}`;
  await ask(window.driver, 'plan_touchpoint', { draft: draft(id, title) });
  await choose(window, 'person-erase');
  const dialog = await window.find('[data-erasing] ul');
  expect(await dialog.getText(), 'where the name stands is shown').toContain(NAME);
  expect(await window.axe(), 'the dialog').toEqual([]);
  await shot(window, 'erase');
  await window.click(say('fr', 'erase-do'));
  await window.toast(/Personne effacée, 1 point de contact reste sans nom/);
  await window.gone(`[data-contact="${contact}"]`);
  const sheets = await ask<{ coming: { title: string }[]; contacts: unknown[] }>(
    window.driver,
    'client',
    { id },
  );
  expect(sheets.contacts).toEqual([]);
  expect(sheets.coming.map((block) => block.title)).toEqual(['Point une personne effacée']);
  await window.press('Control+z');
  await window.find(`[data-contact="${contact}"]`);
});

test('the copy of a person’s data is one file, written by the command line as well', async () => {
  const { window } = await onPage();
  const { house } = window;
  await window.close();
  const out = join(house.dir, 'copie.zip');
  await house.done(['export', '--format', 'person', '--contact', EMAIL, out]);
  expect(existsSync(out)).toBe(true);
  const bytes = readFileSync(out).toString('latin1');
  expect(bytes.startsWith('PK'), 'a zip').toBe(true);
  for (const name of ['person.json', 'person.html']) expect(bytes).toContain(name);
});

test('who is silent for three years is looked at again, and kept with one press and one undo', async () => {
  const { window } = await onPage();
  const { house } = window;
  const names = ['Awa Sall', 'Bruno Roy'];
  await each(
    window.driver,
    'create_contact',
    names.map((name) => ({ edit: { name } })),
  );
  await window.close();
  const later = new House('2030-01-08T09:00:00+01:00');
  cpSync(house.data, later.data, { recursive: true });
  const again = await Window.open({ house: later });
  await again.click(say('fr', 'app-clients'));
  await again.click(/^À revoir/);
  await again.find('[data-view="review"] [data-silent]');
  expect(await again.axe(), 'the list').toEqual([]);
  await shot(again, 'review');
  await again.click('Garder Awa Sall');
  await again.toast(/1 personne gardée jusqu’au/);
  const left = () => ask<{ total: number }>(again.driver, 'silent_people', { from: 0, limit: 9 });
  expect((await left()).total).toBe(2);
  await again.press('Control+z');
  await until('all are asked about again', async () => (await left()).total === 3);
});
