// Moving with a pointer and no dragging: "Déplacer…", then a click on the slot.

import { test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

test('a meeting is moved by two clicks', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await (await window.block('Fromagerie du Lac')).click();
  await window.click(say('fr', 'touchpoint-menu'));
  await window.click(say('fr', 'touchpoint-move'), 'menuitem');
  await window.calm();
  const gesture = await window.takeSlot('2026-11-26', '13:00');
  await gesture.drop();
  await window.becomes('Fromagerie du Lac', '2026-11-26T13:00:00+01:00');
});

test('Escape between the two clicks leaves it where it was', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await (await window.block('Fromagerie du Lac')).click();
  await window.click(say('fr', 'touchpoint-menu'));
  await window.click(say('fr', 'touchpoint-move'), 'menuitem');
  await window.calm();
  await window.press('Escape');
  await window.rests('Fromagerie du Lac', '2026-11-23T10:00:00+01:00');
});
