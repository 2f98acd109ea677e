// What waits for a slot: into the tray, and out of it again.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test('a meeting put in the tray waits there, and finds a slot again', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const into = await window.take('Fromagerie du Lac');
  await into.to(await window.middle('[data-tray]'));
  await into.drop();
  await window.toast(/placer/i);
  await window.find('[data-tray] [data-touchpoint]');
  await window.close();
  const waiting = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(waiting, 'it has no slot').toEqual(['waits']);

  const again = await Window.open({ house });
  await again.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await again.becomes('Fromagerie du Lac', '2026-11-26T13:00:00+01:00');
  await again.ends('Fromagerie du Lac', '2026-11-26T14:00:00+01:00');
});
