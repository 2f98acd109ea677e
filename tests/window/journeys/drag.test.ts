// The gesture the product exists for: rescheduling a video meeting by dragging it.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

const MONDAY = '2026-11-23T10:00:00+01:00';
const THURSDAY = '2026-11-26T13:00:00+01:00';

test('a video meeting dragged from Monday to Thursday is there after a restart', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  expect(await window.start('Fromagerie du Lac'), 'it starts where the file has it').toBe(MONDAY);

  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  expect(await window.toast(/Déplacé/), 'the toast says where it is now').toMatch(/26.*13:00/);
  expect(await window.start('Fromagerie du Lac'), 'the block is at its new place').toBe(THURSDAY);
  await window.close();

  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts, 'the command line finds it once, at the new place').toEqual([THURSDAY]);

  const again = await Window.open({ house });
  expect(await again.start('Fromagerie du Lac'), 'and so does the window').toBe(THURSDAY);
});

test('what the toast says is on disk: a kill right after it loses nothing', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.toast(/Déplacé/);
  await window.kill();
  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts, 'the drop was durable before it was said').toEqual([THURSDAY]);
});

test('the verdict is said while it hovers, and a busy hour refuses the drop', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const gesture = await window.take('Fromagerie du Lac');
  await gesture.over({ date: '2026-11-26', time: '13:00' });
  await gesture.settles('free');
  await gesture.over({ date: '2026-11-26', time: '19:30' });
  await gesture.settles('tight');
  await gesture.over({ date: '2026-11-26', time: '09:00' });
  await gesture.settles('refused');
  await gesture.drop();
  await window.rests('Fromagerie du Lac', MONDAY);
});

test('Escape half way puts everything back as it was', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const before = await house.done(['list', 'touchpoints', '--json']).catch(() => '');
  expect(before, 'the window holds the book: no verb reads it meanwhile').toBe('');

  const gesture = await window.take('Fromagerie du Lac');
  await gesture.over({ date: '2026-11-26', time: '13:00' });
  await window.press('Escape');
  await window.rests('Fromagerie du Lac', MONDAY);
  await gesture.drop();
  await window.rests('Fromagerie du Lac', MONDAY);
  await window.close();
  expect(await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29')).toEqual([MONDAY]);
});

test('a click with a tremor opens, and moves nothing', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const gesture = await window.take('Fromagerie du Lac');
  await gesture.tremble();
  await gesture.drop();
  await window.find('[role="dialog"]');
  await window.press('Escape');
  await window.rests('Fromagerie du Lac', MONDAY);
});

test('Ctrl leaves the original and puts a copy', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag(
    'Fromagerie du Lac',
    { date: '2026-11-27', time: '11:00' },
    { modifier: 'Control' },
  );
  await window.toast(/Copié/);
  await window.close();
  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts, 'both are there').toEqual([MONDAY, '2026-11-27T11:00:00+01:00']);
});

test('Alt places it to five minutes', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag(
    'Fromagerie du Lac',
    { date: '2026-11-26', time: '13:05' },
    { modifier: 'Alt' },
  );
  await window.toast(/Déplacé/);
  expect(await window.start('Fromagerie du Lac')).toBe('2026-11-26T13:05:00+01:00');
});
