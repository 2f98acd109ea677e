// Offline is the normal state. Run by `cargo xtask test`, every journey has loopback and nothing
// else; this one says whether that was so, and does the drag in it.

import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';

test.runIf(process.env.SENTIER_OFFLINE)('the journeys have no network at all', async () => {
  const foreign = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each && !each.internal);
  expect(foreign, 'only loopback is there').toEqual([]);
  await expect(fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(2000) })).rejects.toThrow();

  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.toast(/Déplacé/);
  await window.close();
  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts).toEqual(['2026-11-26T13:00:00+01:00']);
});
