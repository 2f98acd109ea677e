// One of a series, and all of it.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

const THURSDAYS = ['2026-11-19', '2026-11-26', '2026-12-03'].map((day) => `${day}T16:00:00+01:00`);

test('dragging one of a series moves that one only', async () => {
  const house = await House.withWeek();
  const before = await house.starts('Point atelier', '2026-11-16', '2026-12-06');
  expect(before, 'three Thursdays').toEqual(THURSDAYS);
  const window = await Window.open({ house });
  await window.drag('Point atelier', { date: '2026-11-27', time: '11:00' });
  await window.toast(/Déplacé/);
  await window.close();
  const after = await house.starts('Point atelier', '2026-11-16', '2026-12-06');
  expect(after, 'its neighbours stay on Thursday').toEqual([
    THURSDAYS[0],
    '2026-11-27T11:00:00+01:00',
    THURSDAYS[2],
  ]);
});

test('the toast makes it the following ones, or all', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Point atelier', { date: '2026-11-27', time: '11:00' });
  await window.toast(/Déplacé/);
  await window.click(/toute|tous/i);
  await window.toast(/Déplacé/);
  await window.close();
  const after = await house.starts('Point atelier', '2026-11-16', '2026-12-06');
  expect(after, 'every one is on Friday at 11:00').toEqual([
    '2026-11-20T11:00:00+01:00',
    '2026-11-27T11:00:00+01:00',
    '2026-12-04T11:00:00+01:00',
  ]);
});
