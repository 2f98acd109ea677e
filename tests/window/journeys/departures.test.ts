// Départs: an invitation waits in order, and nobody is told without a press.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const VIDEO = 'Point Perrin';

test('an invitation is prepared on the sheet, waits in Départs, is withdrawn and comes back', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  const draft = {
    kind: 'video',
    title: VIDEO,
    client: { type: 'new', name: 'Fonderie Perrin' },
    reason: { bring: 'Le relevé des pannes de l’été, four par four', astonish: '', clarify: '' },
    to: { type: 'timed', start: '2026-11-24T11:00', minutes: 60 },
    minutes: 60,
    ...{ place: '', link: 'https://meet.jit.si/sentier-perrin-7c1d', notes: 'Rien pour eux' },
    participants: [
      {
        name: 'Hélène Perrin',
        email: 'helene@perrin.example',
        attendance: 'waiting',
        organizer: false,
      },
    ],
    force: true,
  };
  const outcome = await ask<{ type: string }>(window.driver, 'plan_touchpoint', { draft });
  expect(outcome.type, 'the video is planned').toBe('done');

  await window.focus(VIDEO);
  await window.press('Enter');
  await window.click(/Préparer l’invitation/);
  expect(await window.toast(/Invitation prête/)).toMatch(/Personne n’est prévenu/);
  await window.click(say('fr', 'departures-sheet-see'));

  const line = await window.find('[data-departure]');
  expect(await line.getText()).toMatch(/Point Perrin[\s\S]*Hélène Perrin/);
  await window.click(/Retirer le départ/);
  await window.gone('[data-departure]');
  await window.press('Control+z');
  await until('it waits again', async () =>
    (await (await window.find('[data-departure]')).getText()).includes(VIDEO),
  );
});

test('`E` opens Départs from the week, which says that nobody is told without a press', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  await window.find('[data-view="week"]');
  await window.press('e');
  const view = await window.find('[data-view="departures"]');
  expect(await view.getText()).toContain(say('fr', 'departures-empty-why'));
});
