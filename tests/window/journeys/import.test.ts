// Bringing in the calendar one already has.

import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { House, WEEK, binary, corpus, here } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

test('a file given at the start opens its preview, and one press brings it in', async () => {
  const house = new House();
  const window = await Window.open({
    house,
    args: [corpus('one-event-with-multiple-exceptions-one-without.ics')],
    bare: true,
  });
  await window.find('[role="dialog"]');
  await window.click(/^Apporter/);
  await window.toast(/apporté/);
  await window.close();
  const there = await house.touchpoints('2015-01-01', '2016-12-31');
  expect(there.length, 'what the file held is there').toBeGreaterThan(3);

  const again = await Window.open({ house });
  await again.press('Control+z');
  await again.toast(/Annulé/);
  await again.close();
  const left = await house.touchpoints('2015-01-01', '2016-12-31');
  expect(left, 'one undo takes the whole import back').toEqual([]);
});

test('the same file three times changes nothing', async () => {
  const house = await House.withWeek();
  const before = await house.done([
    'list',
    'touchpoints',
    '--from',
    '2026-01-01',
    '--to',
    '2027-12-31',
    '--json',
  ]);
  for (let time = 0; time < 2; time += 1) {
    const window = await Window.open({ house, args: [WEEK] });
    await window.find('[role="dialog"]');
    await window.press('Escape');
    await window.close();
    await house.done(['import', WEEK]);
  }
  const after = await house.done([
    'list',
    'touchpoints',
    '--from',
    '2026-01-01',
    '--to',
    '2027-12-31',
    '--json',
  ]);
  expect(after, 'not one record differs').toBe(before);
});

test('a second launch hands its file to the window that is open', async () => {
  const house = new House();
  const window = await Window.open({ house, bare: true });
  await window.role('heading', say('fr', 'welcome'));
  const second = spawn(binary(), ['--data-dir', house.data, '--now', house.now, WEEK], {
    stdio: 'ignore',
    env: here('fr'),
  });
  const code = await new Promise<number | null>((done) => second.once('exit', done));
  expect(code, 'it ends at once').toBe(0);
  await window.find('[role="dialog"]');
  await window.click(/^Apporter/);
  await window.toast(/apporté/);
  await window.becomes('Fromagerie du Lac', '2026-11-23T10:00:00+01:00');
});

test('while the window is open a verb says so and touches nothing', async () => {
  const house = await House.withWeek();
  await Window.open({ house });
  const said = await house.cli(['import', WEEK]);
  expect(said.code, 'busy').toBe(3);
  expect(said.err, 'and a sentence says why').toMatch(/\S/);
});
