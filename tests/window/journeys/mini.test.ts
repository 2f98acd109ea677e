// Dropping on a day of the mini-month keeps the hour.

import { test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test('dropped on a day of the mini-month, a meeting keeps its hour', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const gesture = await window.take('Fromagerie du Lac');
  await gesture.to(await window.middle('[data-mini-day="2026-12-03"]'));
  await gesture.drop();
  await window.toast(/Déplacé/);
  await window.close();
  const again = await Window.open({ house });
  await again.click(/3 décembre/);
  await again.becomes('Fromagerie du Lac', '2026-12-03T10:00:00+01:00');
});
