// A day that refuses to be filled past its breath: why, where else, what forcing costs, and what a cancelled meeting leaves.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const TITLE = 'Fromagerie du Lac';
const MONDAY = '2026-11-23T10:00:00+01:00';
const FULL = { date: '2026-11-27', time: '16:00' };
const THERE = '2026-11-27T16:00:00+01:00';

/** The week, its Friday so full that two hours are left: half an hour more than its air. */
async function opened(): Promise<Window> {
  const window = await Window.open({ house: await House.withWeek() });
  for (const [start, minutes] of [
    ['2026-11-27T09:00', 165],
    ['2026-11-27T12:30', 210],
  ]) {
    await ask(window.driver, 'plan_touchpoint', {
      draft: {
        kind: 'phone',
        title: 'Appels',
        reason: { bring: '', astonish: '', clarify: '', urgent: true },
        client: { type: 'nobody' },
        minutes,
        place: '',
        link: '',
        notes: '',
        participants: [],
        to: { type: 'timed', start, minutes },
        force: false,
      },
    });
  }
  await window.find('[data-start="2026-11-27T12:30:00+01:00"]');
  return window;
}

/** Drops the meeting on the full day. */
async function dropOnFull(window: Window): Promise<void> {
  const gesture = await window.take(TITLE);
  await gesture.over(FULL);
  await gesture.settles('refused');
  await gesture.drop();
}

test('a full day refuses, says why, and the block is back where it was', async () => {
  const window = await opened();
  await dropOnFull(window);
  expect(await window.toast(/Plus d’air/), 'what forcing would cost').toMatch(/doit 3\d.min d’air/);
  await window.rests(TITLE, MONDAY);
});

test('forcing opens a debt that the head shows, and undo takes both back', async () => {
  const window = await opened();
  await dropOnFull(window);
  await window.click(/Placer quand même/);
  await window.becomes(TITLE, THERE);
  await window.find('[data-debt-head^="3"]');
  expect(await window.says(TITLE, 'data-debt'), 'the block carries it').toBe('true');
  await window.press('Control+z');
  await window.rests(TITLE, MONDAY);
  await window.gone('[data-debt-head]');
});

test('another place is taken by keyboard', async () => {
  const window = await opened();
  await dropOnFull(window);
  await window.toast(/Plus d’air/);
  const focus = `document.querySelector('[role="status"] button').focus()`;
  await window.driver.executeScript(focus);
  await window.press('Enter');
  await window.toast(/Déplacé/);
  const start = await window.start(TITLE);
  expect([MONDAY, THERE], 'it stands elsewhere').not.toContain(start);
});

test('a cancelled meeting leaves soft air', async () => {
  const window = await opened();
  await window.focus('Atelier Morel');
  await window.press('v');
  await window.find('[data-closing]');
  await window.press(say('fr', 'closing-letter-cancelled').toLowerCase(), 'Enter');
  await window.toast(/1.h d’air gardées/);
  await window.find('[data-kind="air"][data-start="2026-11-24T14:00:00+01:00"]');
});
