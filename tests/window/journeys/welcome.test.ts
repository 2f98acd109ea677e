// Nobody meets an empty window.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

test('the first start offers one’s own calendar or an example week, removable in one press', async () => {
  const house = new House();
  const window = await Window.open({ house, bare: true });
  await window.role('button', new RegExp(say('fr', 'welcome-mine')));
  await window.click(new RegExp(say('fr', 'welcome-examples')));
  await window.find('[data-touchpoint]');
  await window.click(say('fr', 'app-examples-remove'));
  await window.toast(/exemples/);
  await window.close();
  const left = await house.touchpoints('2026-01-01', '2027-12-31');
  expect(left, 'nothing invented stays').toEqual([]);
});

test('the second start opens on the week and welcomes nobody', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.find('[data-view="week"] [data-grid="time"]');
  expect(await window.start('Fromagerie du Lac')).toBe('2026-11-23T10:00:00+01:00');
});
