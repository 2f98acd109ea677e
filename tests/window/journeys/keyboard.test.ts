// The keyboard's twin of the drag.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

const MONDAY = '2026-11-23T10:00:00+01:00';

test('Space takes, arrows carry, Enter drops', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.focus('Fromagerie du Lac');
  await window.press('Space', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  for (let quarter = 0; quarter < 12; quarter += 1) await window.press('ArrowDown');
  const said = await window.driver.executeScript<string>(
    `return [...document.querySelectorAll('[aria-live]')].map((e) => e.textContent).join(' ')`,
  );
  expect(said, 'a live region says the day and the time').toMatch(/26.*13:00/);
  await window.press('Enter');
  await window.becomes('Fromagerie du Lac', '2026-11-26T13:00:00+01:00');
});

test('Escape puts back what the keyboard carried', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.focus('Fromagerie du Lac');
  await window.press('Space', 'ArrowRight', 'ArrowDown', 'Escape');
  await window.rests('Fromagerie du Lac', MONDAY);
});

test('Shift and arrows pull the end', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.focus('Fromagerie du Lac');
  await window.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter');
  await window.ends('Fromagerie du Lac', '2026-11-23T11:30:00+01:00');
  expect(await window.start('Fromagerie du Lac'), 'its start stays').toBe(MONDAY);
});
