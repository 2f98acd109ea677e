// Longer and shorter, by either end.

import { test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test('the lower end pulled down makes it longer', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const gesture = await window.takeEnd('Fromagerie du Lac', 'bottom');
  await gesture.over({ date: '2026-11-23', time: '11:45' });
  await gesture.drop();
  await window.ends('Fromagerie du Lac', '2026-11-23T11:45:00+01:00');
  await window.becomes('Fromagerie du Lac', '2026-11-23T10:00:00+01:00');
});

test('the upper end pulled up makes it begin earlier', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const gesture = await window.takeEnd('Fromagerie du Lac', 'top');
  await gesture.over({ date: '2026-11-23', time: '09:30' });
  await gesture.drop();
  await window.becomes('Fromagerie du Lac', '2026-11-23T09:30:00+01:00');
  await window.ends('Fromagerie du Lac', '2026-11-23T11:00:00+01:00');
});
