// The menu of a block: what the right button and the menu key offer.

import { By } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const MONDAY = '2026-11-23T10:00:00+01:00';

test('the right button on a block says that it took place, and undo takes that back', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.driver
    .actions({ async: true })
    .contextClick(await window.block('Fromagerie du Lac'))
    .perform();
  await window.click(new RegExp(`^${say('fr', 'block-held')}`), 'menuitem');
  await window.find('[data-closing] input:focus');
  await window.press('Enter');
  await until('the block says so', async () => {
    return (await window.says('Fromagerie du Lac', 'data-state')) === 'held';
  });
  await window.press('Control+z');
  await until('it is to come again', async () => {
    return (await window.says('Fromagerie du Lac', 'data-state')) === 'planned';
  });
});

test('the menu key opens it too, Escape gives the focus back and nothing has moved', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.focus('Fromagerie du Lac');
  await window.press('Shift+F10');
  await until('the menu is there', async () => {
    return (await window.driver.findElements(By.css('[role="menuitem"]'))).length > 3;
  });
  await window.press('Escape');
  await until('the block has the focus', async () => {
    const key = await window.driver.executeScript<string>(
      'return document.activeElement?.dataset.key ?? ""',
    );
    return key === (await window.says('Fromagerie du Lac', 'data-key'));
  });
  expect(await window.start('Fromagerie du Lac'), 'a menu moves nothing').toBe(MONDAY);
});
