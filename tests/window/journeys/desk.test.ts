// The window is as one left it.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test('the view and the size are there again after a restart', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house, size: { width: 1180, height: 700 } });
  await window.press('m');
  await window.find('[data-view="month"]');
  await window.calm();
  // The desk is remembered a moment after it was last touched.
  await new Promise((resolve) => setTimeout(resolve, 800));
  await window.close();

  const again = await Window.open({ house, size: null });
  await again.find('[data-view="month"]');
  const size = await again.driver.executeScript('return [innerWidth, innerHeight]');
  expect(size, 'as it was left').toEqual([1180, 700]);
});
