// Copies of the book: what is kept by itself, what goes to a folder, the way back and the drill.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';

const MONDAY = '2026-11-23T10:00:00+01:00';
const THURSDAY = '2026-11-26T13:00:00+01:00';

/** A house with the week in it and a folder for its backups, closed once, so that it has a copy of its own. */
async function kept(): Promise<{ house: House; folder: string }> {
  const house = await House.withWeek();
  const folder = join(house.dir, 'clé');
  mkdirSync(folder);
  // The system's dialog cannot be driven: what it would have chosen is noted as it notes it.
  const plan = { folder, every: 'week', keep: 3 };
  writeFileSync(join(house.data, 'backup.json'), JSON.stringify({ plan }));
  await (await Window.open({ house })).close();
  return { house, folder };
}

/** What an element says, once it says something that fits. */
async function says(window: Window, selector: string, like: RegExp): Promise<void> {
  await until(`${selector} says ${like}`, async () =>
    like.test(await (await window.find(selector)).getText()),
  );
}

test('a copy is kept by itself, looked at, restored by one press, and taken back by one undo', async () => {
  const { house } = await kept();
  const window = await Window.open({ house });
  await says(window, '[data-last-copy]', /24 nov\. 09:12/);
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.becomes('Fromagerie du Lac', THURSDAY);

  await window.press('Control+,');
  await window.click(/^Restaurer…/);
  await (await window.find('[data-snapshot]')).click();
  const moved = await window.find('[data-noun="touchpoint"] [data-turn="changes"]');
  expect(await moved.getAttribute('data-count'), 'it says what would change').toBe('1');
  expect(await moved.getText()).toContain('Fromagerie du Lac');
  expect(await window.axe(), 'for everybody').toEqual([]);
  await window.click(/^Restaurer$/);
  await window.toast(/Restauré de/);
  await window.press('g');
  await window.becomes('Fromagerie du Lac', MONDAY);
  await window.press('Control+z');
  await window.becomes('Fromagerie du Lac', THURSDAY);
  await window.close();
  expect(await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29')).toEqual([THURSDAY]);
});

test('a backup goes to the chosen folder, is found to restore, and brings the book into an empty folder', async () => {
  const { house, folder } = await kept();
  const window = await Window.open({ house });
  await window.press('Control+,');
  await window.click(/^Sauvegarder maintenant/);
  await window.toast(/sauvegardé et relu/);
  const [file = '', ...others] = readdirSync(folder);
  expect(file).toMatch(/^sentier-2026-11-24-0912\.sentier\.zip$/);
  expect(others, 'and nothing half-written beside it').toEqual([]);
  await says(window, '[data-backup-elsewhere]', /24 nov\. 09:12/);
  await window.click(/^Vérifier ma sauvegarde/);
  await says(window, '[data-drilled]', /se restaure entière/);
  await window.click(/^Vérifier mes données/);
  await says(window, '[data-checked]', /Tout est entier/);
  expect(await window.axe(), 'for everybody').toEqual([]);
  await window.close();

  const other = new House();
  await other.done(['restore', join(folder, file)]);
  expect(await other.touchpoints('2026-01-01', '2027-12-31')).toEqual(
    await house.touchpoints('2026-01-01', '2027-12-31'),
  );
});
