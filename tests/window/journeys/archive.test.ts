// The whole book, from one folder to another.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test('an archive given at the start opens its preview, and one press brings the whole book in', async () => {
  const old = await House.withWeek();
  const wanted = await old.touchpoints('2026-01-01', '2027-12-31');
  expect(wanted.length, 'there is a book to move').toBeGreaterThan(0);
  const archive = join(old.dir, 'carnet.sentier.zip');
  await old.done(['export', '--format', 'archive', archive]);

  const house = new House();
  const window = await Window.open({ house, args: [archive], bare: true });
  await window.find('[role="dialog"]');
  await window.click(/^Apporter/);
  await window.toast(/fiches apportées/);
  await window.close();
  expect(await house.touchpoints('2026-01-01', '2027-12-31'), 'meeting by meeting').toEqual(wanted);

  const again = await Window.open({ house });
  await again.press('Control+z');
  await again.toast(/Annulé/);
  await again.close();
  expect(await house.touchpoints('2026-01-01', '2027-12-31'), 'one undo').toEqual([]);
});
