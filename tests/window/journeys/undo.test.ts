// Everything reversible has an undo, many levels deep, and it outlives the window.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

const MONDAY = '2026-11-23T10:00:00+01:00';
const THURSDAY = '2026-11-26T13:00:00+01:00';
const FRIDAY = '2026-11-27T11:00:00+01:00';

test('two moves are undone and redone, across a restart', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.becomes('Fromagerie du Lac', THURSDAY);
  await window.drag('Fromagerie du Lac', { date: '2026-11-27', time: '11:00' });
  await window.becomes('Fromagerie du Lac', FRIDAY);

  await window.press('Control+z');
  await window.becomes('Fromagerie du Lac', THURSDAY);
  await window.close();

  const again = await Window.open({ house });
  await again.becomes('Fromagerie du Lac', THURSDAY);
  await again.press('Control+z');
  await again.becomes('Fromagerie du Lac', MONDAY);
  await again.press('Control+Shift+z');
  await again.becomes('Fromagerie du Lac', THURSDAY);
  await again.press('Control+Shift+z');
  await again.becomes('Fromagerie du Lac', FRIDAY);
  await again.close();
  expect(await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29')).toEqual([FRIDAY]);
});

test('the toast takes the move back', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.toast(/Déplacé/);
  await window.click(/^Annuler/);
  await window.becomes('Fromagerie du Lac', MONDAY);
});
