// The history gives each step its own way back, says what depends on it, and the trash gives everything back together.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const MONDAY = '2026-11-23T10:00';
const THURSDAY = '2026-11-26T13:00:00+01:00';
const SHOTS = process.env['SENTIER_SHOTS'];

async function shot(window: Window, name: string): Promise<void> {
  if (SHOTS) await window.screenshot(`${SHOTS}/${name}.png`);
}

async function shows(window: Window, view: string, like: RegExp): Promise<string> {
  let text = '';
  await until(`${view} shows ${String(like)}`, async () => {
    text = await (await window.find(`[data-view="${view}"]`)).getText();
    return like.test(text);
  });
  return text;
}

test('an older move goes back from the history while a later step of another client stands', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.becomes('Fromagerie du Lac', THURSDAY);
  await ask(window.driver, 'create_client', { name: 'Atelier Morel' });

  await window.press('Control+k');
  await window.type(say('fr', 'app-history'));
  await window.press('Enter');
  const text = await shows(window, 'history', /Créé le client Atelier Morel/);
  expect(text).toMatch(
    /Déplacé «.Fromagerie du Lac.» de lun\. 23 nov\. 10:00 à jeu\. 26 nov\. 13:00/,
  );
  expect(text, 'under its day').toMatch(/Aujourd’hui/i);
  await shot(window, 'history');

  await window.click(/^Annuler ceci\s: Déplacé/);
  await window.toast(/Annulé/);
  await shows(window, 'history', /Rétablir/);
  expect(await start(window)).toBe(MONDAY);
  await window.press('Control+z');
  await until(
    'the step back is a step itself',
    async () => (await start(window)) === '2026-11-26T13:00',
  );
});

test('what depends on a step is named, and goes along in one press', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Atelier Morel',
  });
  const client = { type: 'existing', id: made.client.id };
  await ask(window.driver, 'create_contact', { edit: { given: 'Hélène', family: 'Riou', client } });
  await window.press('Control+k');
  await window.type(say('fr', 'app-history'));
  await window.press('Enter');
  await shows(window, 'history', /Créé le client Atelier Morel/);

  await window.click(/^Annuler ceci\s: Créé le client Atelier Morel/);
  await shows(
    window,
    'history',
    /Une chose faite depuis en dépend[\s\S]*Créé le contact Hélène Riou/,
  );
  await shot(window, 'history-depends');
  await window.click('Annuler les deux');
  await window.toast(/Annulé/);
  await shows(window, 'history', /avec ce qui en dépendait/);
});

test('a client goes to the trash with all that is its own, says how long it stays, and comes back', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Atelier Morel',
  });
  const { id } = made.client;
  await ask(window.driver, 'create_contact', {
    edit: { given: 'Hélène', family: 'Riou', client: { type: 'existing', id } },
  });
  await ask(window.driver, 'trash_client', { id });
  await window.press('Control+k');
  await window.type(say('fr', 'app-trash'));
  await window.press('Enter');
  await shows(window, 'trash', /Atelier Morel[\s\S]*avec 1 contact · encore 30 jours/);
  await shot(window, 'trash');
  await window.click(/^Supprimer définitivement «\sAtelier Morel\s»/);
  const dialog = await window.find('.dialog');
  expect(await dialog.getText()).toMatch(
    /pour de bon[\s\S]*Part aussi\s: 1 contact[\s\S]*À partir du \d+ déc\./,
  );
  await shot(window, 'trash-ask');
  await window.press('Escape');
  await window.click(/^Restaurer «\sAtelier Morel\s»/);
  await window.toast(/Restauré/);
  const page = await ask<{ contacts: unknown[] }>(window.driver, 'client', { id });
  expect(page.contacts).toHaveLength(1);
});

/** When the dairy's meeting starts at home, as the core says. */
async function start(window: Window): Promise<string | undefined> {
  const range = { from: '2026-11-23', until: '2026-11-30' };
  const week = await ask<{ blocks: { title: string; slot: { start: string } }[] }>(
    window.driver,
    'calendar_days',
    { range },
  );
  return week.blocks.find(({ title }) => title === 'Fromagerie du Lac')?.slot.start;
}
