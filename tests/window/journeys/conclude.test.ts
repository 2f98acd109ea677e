// "On conclut dans trois jours": one letter and Enter, or the block's tail pulled to another day.

import { Origin } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { Gesture } from '../harness/gesture';
import { House, type Listed } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const VIDEO = 'Point Perrin';
/** Three working days after the video, at its hour. */
const FRIDAY = '2026-11-27T11:00:00+01:00';
const WORK = [say('fr', 'between-offer-1'), say('fr', 'between-offer-2')];

type Block = Listed & { hangsOn: string | null };

/** A window on the journeys' week, and on its Tuesday a video of an hour with a client. */
async function withVideo(now?: string): Promise<{ house: House; window: Window }> {
  const house = await House.withWeek();
  const window = await Window.open({ house, now });
  const { driver } = window;
  const made = await ask<{ client: { id: string } }>(driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const draft = {
    kind: 'video',
    title: VIDEO,
    client: { type: 'existing', id: made.client.id },
    reason: { bring: 'Le relevé des pannes de l’été, four par four', astonish: '', clarify: '' },
    to: { type: 'timed', start: '2026-11-24T11:00', minutes: 60 },
    minutes: 60,
    ...{ place: '', link: 'https://meet.jit.si/sentier-perrin-7c1d', notes: '' },
    ...{ participants: [], force: true },
  };
  const outcome = await ask<{ type: string }>(driver, 'plan_touchpoint', { draft });
  expect(outcome.type, 'the video is planned').toBe('done');
  await window.block(VIDEO);
  return { house, window };
}

/** What stands in the two weeks, as the command line lists it once the window is closed. */
async function listed(house: House): Promise<{ conclusions: Block[]; work: Block[] }> {
  const all = (await house.touchpoints('2026-11-23', '2026-12-06')) as Block[];
  return {
    conclusions: all.filter(({ title }) => /^Conclure/.test(title)),
    work: all.filter(({ title }) => WORK.includes(title)),
  };
}

/** Takes a block by its tail: it is there while the pointer is on the block, above its end. */
async function takeTail(window: Window, title: string): Promise<Gesture> {
  const box = await (await window.block(title)).getRect();
  const at = { x: Math.round(box.x + box.width - 10), y: Math.round(box.y + box.height - 16) };
  await window.driver
    .actions({ async: true })
    .move({ ...at, origin: Origin.VIEWPORT, duration: 0 })
    .perform();
  await window.find('[data-tail]');
  return Gesture.at(window.driver, at);
}

test('a video is concluded three working days later in two keys, its work before it', async () => {
  const { house, window } = await withVideo();
  await window.focus(VIDEO);
  await window.press('f', 'Enter');
  expect(await window.toast(/Conclusion posée/)).toMatch(/27.*11:00.*2 travaux/);
  await window.gone('[data-concluding]');
  await window.close();

  const { conclusions, work } = await listed(house);
  expect(conclusions.map(({ slot }) => slot?.startAt)).toEqual([FRIDAY]);
  expect(work.map(({ title }) => title).sort()).toEqual([...WORK].sort());
  for (const { title, hangsOn, slot } of work) {
    expect(hangsOn, `${title} hangs on the conclusion`).toBe(conclusions[0]!.id);
    expect(Date.parse(slot!.startAt)).toBeGreaterThanOrEqual(
      Date.parse('2026-11-24T12:00:00+01:00'),
    );
    expect(Date.parse(slot!.endAt), `${title} is done two hours before`).toBeLessThanOrEqual(
      Date.parse('2026-11-27T09:00:00+01:00'),
    );
  }
});

test('one undo takes back the meeting and its work, and Escape writes nothing', async () => {
  const { house, window } = await withVideo();
  await window.focus(VIDEO);
  await window.press('f');
  await window.find('[data-concluding] [data-part="line"]');
  await window.press('Escape');
  await window.gone('[data-concluding]');
  await window.focus(VIDEO);
  await window.press('f', 'Enter');
  await window.toast(/Conclusion posée/);
  await window.block(/^.*Conclure/);
  await window.press('Control+z');
  await until('the conclusion is gone', async () => !(await window.shows('Conclure')));
  await window.close();
  expect(await listed(house)).toEqual({ conclusions: [], work: [] });
});

test('one working day more is the Monday after, and what is shown is what is done', async () => {
  const { house, window } = await withVideo();
  await window.focus(VIDEO);
  await window.press('f');
  await window.find('[data-concluding][data-date="2026-11-27"]');
  expect(await window.axe(), 'nothing stands in anybody’s way').toEqual([]);
  await window.click(say('fr', 'conclude-later'));
  await window.find('[data-concluding][data-date="2026-11-30"]');
  await window.press('Control+Enter');
  await window.toast(/Conclusion posée/);
  await window.close();
  const { conclusions } = await listed(house);
  expect(conclusions.map(({ slot }) => slot?.startAt)).toEqual(['2026-11-30T11:00:00+01:00']);
});

test('the tail pulled to another day opens the panel on that day, and Enter does it', async () => {
  const { house, window } = await withVideo();
  const gesture = await takeTail(window, VIDEO);
  await gesture.over({ date: '2026-11-26', time: '15:00' });
  await gesture.settles('free');
  await window.find('[data-laid="work"]');
  await gesture.drop();
  await window.find('[data-concluding][data-date="2026-11-26"]');
  await window.gone('[data-verdict]');
  expect(await window.shows('Conclure'), 'nothing is written before the press').toBe(false);
  await window.press('Enter');
  await window.toast(/Conclusion posée/);
  expect(await window.start(VIDEO), 'the video stays where it is').toBe(
    '2026-11-24T11:00:00+01:00',
  );
  await window.close();
  const { conclusions, work } = await listed(house);
  expect(conclusions.map(({ slot }) => slot?.startAt)).toEqual(['2026-11-26T11:00:00+01:00']);
  expect(work).toHaveLength(2);
});

test('Escape with the tail in hand leaves everything as it was', async () => {
  const { house, window } = await withVideo();
  const gesture = await takeTail(window, VIDEO);
  await gesture.over({ date: '2026-11-26', time: '15:00' });
  await gesture.settles('free');
  await window.press('Escape');
  await window.rests(VIDEO, '2026-11-24T11:00:00+01:00');
  await gesture.drop();
  await window.gone('[data-concluding]');
  await window.close();
  expect(await listed(house)).toEqual({ conclusions: [], work: [] });
});

test('once a video is over, the day offers to conclude it', async () => {
  const { window } = await withVideo('2026-11-24T12:10:00+01:00');
  await window.press('u');
  await window.find('[data-part="ended"]');
  await window.press('f');
  await window.find('[data-concluding]');
  await window.press('Enter');
  await window.toast(/Conclusion posée/);
  await window.gone('[data-part="ended"]');
});
