// What a person feels, as the page sees it: `cargo xtask bench --only page`.

import { test } from 'vitest';
import { clients, each } from '../harness/core';
import { type Point, type Slot, slotPoint } from '../harness/grid';
import { House } from '../harness/house';
import { Pointer } from '../harness/pointer';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { during, sayFrames, scrolled } from './frames';
import { painted, watchPresses } from './painted';
import { layBox, layBoxes, layField, layFollower, lift } from './plain';
import { sayTimes } from './report';

/** What is typed: many found, few, and names with marks. */
const WORDS = ['maison', 'hélène', 'lefevre', 'paix', 'zoe noel', 'orleans'];

/** Pixels a frame: rows go by faster than one reads, slower than they could be skipped. */
const SCROLL = 100;
const SCROLLED = 300;

/** The path of an old client, and pixels a frame along it. */
const TOUCHPOINTS = 400;
const TRAIL = '[data-path] [data-trail-scroller]';
const ALONG = 60;

const WEEKS = 40;

/** The one in the full week that the drag takes, and where nothing else stands. */
const TAKEN = 'Camille Kerbrat';
const EVENING = '20:00';
/** Above the toast that each drop brings, and beside the reminders: whence it can be taken again. */
const FREE = { time: '19:00', days: 6, times: 4 };
const DAYS = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);

/** How many moves one way over the week is made of: a second of a mouse's, and a short way. */
const SLOWLY = 120;
const FEW = 16;

/** A window on a house with 50,000 clients and a full week. */
async function onHouse(): Promise<Window> {
  const data = process.env.SENTIER_FIGURES_HOUSE;
  if (!data) throw new Error('SENTIER_FIGURES_HOUSE names no house: run `cargo xtask bench`');
  const window = await Window.open({ house: House.like(data) });
  await window.find('[data-touchpoint]');
  await window.driver.manage().setTimeouts({ script: 60_000 });
  // The index is looked after a moment after the start.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  return window;
}

/** The nth touchpoint back of a client, six days before the one after it. */
function touchpoint(client: string, n: number) {
  const day = new Date(Date.UTC(2026, 10, 23) - 6 * n * 86_400_000).toISOString().slice(0, 10);
  return {
    draft: {
      kind: ['phone', 'video', 'inPerson'][n % 3],
      title: '',
      reason: { bring: '', astonish: '', clarify: '', urgent: true },
      client: { type: 'existing', id: client },
      to: { type: 'timed', start: `${day}T09:00`, minutes: 30 },
      minutes: 30,
      place: '',
      link: '',
      notes: '',
      participants: [],
      force: true,
    },
  };
}

test('the list of clients is scrolled', async () => {
  const window = await onHouse();
  const { driver } = window;
  await window.press('l');
  await window.find('[data-row]:focus');
  await layBox(driver, '[data-rows]');
  const bare = await scrolled(driver, '#plain', SCROLL, SCROLLED);
  await lift(driver);
  const frames = await scrolled(driver, '[data-rows]', SCROLL, SCROLLED);
  sayFrames('list of 50,000 scrolled', frames, { name: 'a striped box', values: bare });
});

test('a path of four hundred touchpoints is scrolled', async () => {
  const window = await onHouse();
  const { driver } = window;
  const [id] = await clients(driver, ['Fonderie Perrin-Quatrecents']);
  const all = Array.from({ length: TOUCHPOINTS }, (_, n) => touchpoint(id!, n));
  // A few at a time: each is on disk before the next, and a script has its patience.
  for (let at = 0; at < all.length; at += 25) {
    await each(driver, 'plan_touchpoint', all.slice(at, at + 25));
  }
  await window.press('/');
  await window.find('[role="dialog"] input');
  await window.type('Fonderie Perrin-Quatrecents');
  await (await window.find('[data-hit="client"]')).click();
  await window.find('[data-path] [data-trail-scroller] li');
  await layBox(driver, TRAIL, 'sideways');
  const bare = await scrolled(driver, '#plain', ALONG, SCROLLED, 'sideways');
  await lift(driver);
  // From its first touchpoint on: it opens on today.
  await driver.executeScript(`document.querySelector('${TRAIL}').scrollLeft = 0`);
  const frames = await scrolled(driver, TRAIL, ALONG, SCROLLED, 'sideways');
  const box = { name: 'a striped box', values: bare };
  sayFrames(`path of ${TOUCHPOINTS} touchpoints scrolled`, frames, box, true);
});

test('letters are typed in the search', async () => {
  const window = await onHouse();
  const { driver } = window;
  await watchPresses(driver, '#plain');
  await layField(driver);
  const bare: number[] = [];
  for (const letter of WORDS.join('')) {
    bare.push(await painted(driver, 'last', () => window.type(letter)));
  }
  await lift(driver);
  await watchPresses(driver, '.finder-list');
  const times: number[] = [];
  for (const word of WORDS) {
    await window.press('/');
    await window.find('[role="dialog"] input');
    for (const letter of word) {
      // A space asks nothing new.
      if (letter === ' ') await window.type(letter);
      else times.push(await painted(driver, 'last', () => window.type(letter)));
    }
    await window.press('Escape');
    await window.gone('[role="dialog"]');
  }
  const values = bare.slice(0, times.length);
  sayTimes('search: key → painted', times, { name: 'a letter in a plain field', values }, 50);
});

test('weeks are turned', async () => {
  const window = await onHouse();
  const { driver } = window;
  await watchPresses(driver, '#plain');
  await layBoxes(driver);
  const bare: number[] = [];
  for (let n = 0; n < WEEKS; n += 1) {
    bare.push(await painted(driver, 'last', () => window.press('j')));
  }
  await lift(driver);
  await watchPresses(driver, '[data-view="week"]');
  const times: number[] = [];
  for (let n = 0; n < WEEKS; n += 1) {
    times.push(await painted(driver, 'last', () => window.press('j')));
  }
  sayTimes('next week → painted', times, { name: 'forty plain boxes', values: bare }, 50);
});

/** A meeting in the hand, where its pointer is to be for its start to be at a slot. */
async function held(window: Window, pointer: Pointer): Promise<(slot: Slot) => Promise<Point>> {
  const block = await window.block(TAKEN);
  let before = '';
  // A page that still finds its place would put another one under the pointer.
  await until(`${TAKEN} is under the pointer, and stays there`, async () => {
    const { x, y, width } = await block.getRect();
    const here = { x: x + Math.min(width / 2, 40), y: y + 10 };
    await pointer.jump(here);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const same = before === JSON.stringify(here);
    before = JSON.stringify(here);
    return same && (await window.driver.executeScript<boolean>(isUnder, block, here.x, here.y));
  });
  await pointer.press();
  return async (slot) => {
    const { x, y } = await slotPoint(window.driver, slot);
    return { x, y: y + 10 };
  };
}

/** Runs in the page. */
function isUnder(block: Element, x: number, y: number): boolean {
  return block.contains(document.elementFromPoint(x, y));
}

test('a meeting is dragged over a full week', async () => {
  const window = await onHouse();
  const { driver } = window;
  const pointer = await Pointer.over(driver);
  const at = await held(window, pointer);
  await pointer.glide(await at({ date: DAYS[0]!, time: '09:00' }), SLOWLY);
  const frames = await during(driver, async () => {
    for (const [day, time] of [
      [6, '18:00'],
      [0, '14:00'],
      [4, '09:30'],
      [0, '18:00'],
    ] as const) {
      await pointer.glide(await at({ date: DAYS[day]!, time }), SLOWLY);
    }
  });
  await pointer.glide(await at({ date: DAYS[6]!, time: EVENING }), SLOWLY);
  await pointer.release();
  await window.becomes(TAKEN, `${DAYS[6]}T${EVENING}:00+01:00`);

  await layFollower(driver);
  await pointer.jump({ x: 400, y: 400 });
  await pointer.press();
  const bareFrames = await during(driver, async () => {
    for (const [x, y] of [
      [1200, 700],
      [300, 300],
      [1000, 200],
      [300, 700],
    ] as const) {
      await pointer.glide({ x, y }, SLOWLY);
    }
  });
  await pointer.release();
  const box = { name: 'a box under the pointer', values: bareFrames };
  sayFrames('drag over a full week', frames, box, true);
});

test('a meeting is dropped', async () => {
  const window = await onHouse();
  const { driver } = window;
  const pointer = await Pointer.over(driver);
  await watchPresses(driver, '[data-grid="time"]', 'pointerup');
  const drops: number[] = [];
  const days = DAYS.slice(0, FREE.days);
  for (const date of Array.from({ length: FREE.times }, () => days).flat()) {
    const at = await held(window, pointer);
    await pointer.glide(await at({ date, time: FREE.time }), FEW);
    await until('it hovers', async () => (await driver.executeScript(hovers)) === true);
    drops.push(await painted(driver, 'first', () => pointer.release()));
    await window.becomes(TAKEN, `${date}T${FREE.time}:00+01:00`);
  }

  await watchPresses(driver, '#plain', 'pointerup');
  await layFollower(driver);
  const bareDrops: number[] = [];
  for (const _ of drops) {
    await pointer.jump({ x: 500, y: 300 });
    await pointer.press();
    await pointer.glide({ x: 600, y: 400 }, FEW);
    bareDrops.push(await painted(driver, 'first', () => pointer.release()));
  }
  const box = { name: 'a box under the pointer', values: bareDrops };
  sayTimes('drop → drawn', drops, box, 50);
});

/** The rules have answered for the place it is over. */
const hovers = `return document.querySelector('[data-verdict]') !== null`;
