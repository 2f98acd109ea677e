// A touchpoint from nothing: drawn on the hours, with its client made in the same gesture; trashed and restored.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

test('drawn on the hours, with a new client, it is planned in one go', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const drawn = await window.takeSlot('2026-11-26', '13:00');
  await drawn.over({ date: '2026-11-26', time: '14:30' });
  await drawn.drop();
  await window.role('textbox', say('fr', 'touchpoint-title'));
  await window.type('Premier contact');
  await window.click(say('fr', 'touchpoint-client'), 'combobox');
  await window.type('Fonderie Perrin');
  await window.click(/Fonderie Perrin/, 'option');
  await window.press('Control+Enter');
  const weak = await window.find('[data-weak]');
  expect(await weak.getText(), 'it says what is missing, and what to write').toMatch(
    /sans raison[^]*apportez/,
  );
  await window.click(say('fr', 'touchpoint-reason-bring'), 'textbox');
  await window.type('Le relevé des pannes de l’été');
  await window.press('Control+Enter');
  await window.toast(/Planifié/);
  await window.becomes('Premier contact', '2026-11-26T13:00:00+01:00');
  await window.ends('Premier contact', '2026-11-26T14:30:00+01:00');
  await window.close();

  const clients = JSON.parse(await house.done(['list', 'clients', '--json'])) as { name: string }[];
  expect(
    clients.map((client) => client.name),
    'the client was made with it',
  ).toContain('Fonderie Perrin');
});

test('put in the trash, it is restored from there', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.focus('Fromagerie du Lac');
  await window.press('Delete');
  await window.toast(/corbeille/);
  expect(await window.shows('Fromagerie du Lac'), 'it left the week').toBe(false);
  await window.click(say('fr', 'app-trash'));
  await window.click(/^Restaurer/);
  await window.toast(/Restauré/);
  await window.click(say('fr', 'app-week'));
  await window.becomes('Fromagerie du Lac', '2026-11-23T10:00:00+01:00');
});

test('refused without a reason, it is accepted with one keystroke of what is known', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const drawn = await window.takeSlot('2026-11-26', '13:00');
  await drawn.over({ date: '2026-11-26', time: '14:00' });
  await drawn.drop();
  await window.role('textbox', say('fr', 'touchpoint-title'));
  await window.type('Visite de l’atelier');
  await window.click(say('fr', 'touchpoint-client'), 'combobox');
  await window.type('Fonderie Perrin');
  await window.click(/Fonderie Perrin/, 'option');
  await window.click(say('fr', 'touchpoint-reason-clarify'), 'textbox');
  await window.type('je prends des nouvelles');
  await window.press('Control+Enter');
  const weak = await window.find('[data-weak]');
  expect(await weak.getText(), 'what says nothing is no reason').toMatch(/irait à tout le monde/);
  await window.click(say('fr', 'touchpoint-urgent'));
  await window.toast(/Planifié/);

  const next = await window.takeSlot('2026-11-27', '13:00');
  await next.over({ date: '2026-11-27', time: '14:00' });
  await next.drop();
  await window.role('textbox', say('fr', 'touchpoint-title'));
  await window.type('Revoir Perrin');
  await window.click(say('fr', 'touchpoint-client'), 'combobox');
  await window.type('Fonderie Perrin');
  await window.click('Fonderie Perrin', 'option');
  await window.find('[data-material] button');
  await window.press('Alt+1');
  await window.press('Control+Enter');
  await window.toast(/Planifié/);
  await window.becomes('Revoir Perrin', '2026-11-27T13:00:00+01:00');
});
