// Folders that are no book, are read only by this version, or are gone: what the window says, and the ways out.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';

test('a folder that is no book says so, and opens once what is in it is put elsewhere', async () => {
  const house = new House();
  mkdirSync(house.data, { recursive: true });
  const photo = join(house.data, 'photo.jpg');
  writeFileSync(photo, 'a photo');
  const window = await Window.open({ house });
  const closed = await window.find('[data-view="closed"]');
  expect(await closed.getText()).toMatch(/n’est pas un carnet/);
  await window.role('button', /Choisir un autre dossier/);
  await window.role('button', 'Montrer le dossier');
  await window.calm();
  await window.screenshot(join(import.meta.dirname, '../results/closed.png'));
  expect(await window.axe()).toEqual([]);
  await window.click('Réessayer');
  await window.find('[data-view="closed"]');
  expect(readFileSync(photo, 'utf8'), 'nothing was touched').toBe('a photo');
  rmSync(photo);
  await window.click('Réessayer');
  await window.gone('[data-view="closed"]');
  await window.role('heading', /Bienvenue|Sentier/);
  await window.close();
});

test('a window that cannot open its book is left by its own button', async () => {
  const house = new House();
  mkdirSync(house.data, { recursive: true });
  writeFileSync(join(house.data, 'photo.jpg'), 'a photo');
  const window = await Window.open({ house });
  await window.find('[data-view="closed"]');
  // The window may be gone before the driver has heard of the press.
  await window.click('Quitter').catch(() => undefined);
  await window.ended();
});

test('a book of a later version is read, and every write answers why it cannot be', async () => {
  const house = await House.withWeek();
  house.ofLaterVersion();
  const window = await Window.open({ house });
  const notice = await window.find('[data-notice="newer"]');
  expect(await notice.getText()).toMatch(/version plus récente/);
  const from = await window.start('Fromagerie du Lac');
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  expect(await window.toast(/lecture seule/)).toMatch(/Mettez Sentier à jour/);
  await window.rests('Fromagerie du Lac', from);
  await window.calm();
  await window.screenshot(join(import.meta.dirname, '../results/read-only.png'));
  await window.click('Fermer ce message');
  await window.close();
});

test('a folder that is moved away is missed, and work goes on when it is back', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.block('Fromagerie du Lac');
  const away = join(house.dir, 'away');
  renameSync(house.data, away);
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.toast(/n’est plus là/);
  await window.find('[data-notice="gone"]');
  renameSync(away, house.data);
  await until('it moves again', async () => {
    await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
    return (await window.start('Fromagerie du Lac')) === '2026-11-26T13:00:00+01:00';
  });
  await window.gone('[data-notice="gone"]');
  await window.close();
  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts).toEqual(['2026-11-26T13:00:00+01:00']);
});
