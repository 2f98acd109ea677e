// A client's path: drawn, walked by keyboard, its steps dragged onto the calendar, and edited where it stands.

import { expect, test } from 'vitest';
import { ask, each } from '../harness/core';
import { Gesture } from '../harness/gesture';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

interface Page {
  path: {
    aim: string;
    steps: { kind: string; aim: string }[];
    ghosts: unknown[];
    lookAgain: string | null;
    rhythm: { phone?: { ideal: number; most: number } | null };
  };
}

const NOTHING = { title: '', place: '', link: '', notes: '', participants: [], force: true };

/** A touchpoint of a client that is planned, whatever stands there. */
function touchpoint(client: string, kind: string, start: string, reason = '') {
  const why = { bring: reason, astonish: '', clarify: '', urgent: reason === '' };
  const to = { type: 'timed', start, minutes: 30 };
  return {
    draft: {
      ...NOTHING,
      kind,
      reason: why,
      client: { type: 'existing', id: client },
      to,
      minutes: 30,
    },
  };
}

/** The day `back` days before the journeys' own. */
function ago(back: number): string {
  return new Date(Date.UTC(2026, 10, 24) - back * 86_400_000).toISOString().slice(0, 10);
}

/** A window on the page of a client of these touchpoints, with the steps of a template when there is one. */
async function onPath(
  given: {
    touchpoints?: [string, string, string?][];
    template?: string;
    theme?: 'light' | 'dark';
    house?: House;
  } = {},
): Promise<{ window: Window; id: string }> {
  const { touchpoints = [], template, theme = 'light', house = new House() } = given;
  const window = await Window.open({ house, theme, bare: true });
  await window.click(new RegExp(say('fr', 'welcome-empty')));
  await window.find('[data-view]');
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const { id } = made.client;
  const all = touchpoints.map(([kind, start, reason]) => touchpoint(id, kind, start, reason));
  // A few at a time: each is on disk before the next, and a script has its patience.
  for (let at = 0; at < all.length; at += 25) {
    await each(window.driver, 'plan_touchpoint', all.slice(at, at + 25));
  }
  if (template)
    await ask(window.driver, 'edit_path', { id, edit: { steps: { type: 'template', template } } });
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-path] [data-trail-scroller] li');
  return { window, id };
}

const page = (window: Window, id: string) => ask<Page>(window.driver, 'client', { id });

/** What has the focus, as a screen reader names it. */
async function focused(window: Window): Promise<string> {
  return window.driver.executeScript<string>(
    `return document.activeElement?.getAttribute('aria-label') ?? ''`,
  );
}

const focusOn = (window: Window, key: string) =>
  window.driver.executeScript(`document.querySelector('[data-trail="${key}"]').focus()`);

test('a step dragged from the path to Thursday is planned there, with its aim for a reason', async () => {
  const { window, id } = await onPath({ template: 'discovery' });
  const gesture = await Gesture.on(window.driver, await window.find('[data-suggested="step-0"]'));
  await gesture.to({ x: 700, y: 400 });
  await window.find('[data-view="week"]');
  await gesture.over({ date: '2026-11-26', time: '14:00' });
  await gesture.settles('free');
  await gesture.drop();
  await window.toast(/Planifié/);
  await window.becomes('Fonderie Perrin', '2026-11-26T14:00:00+01:00');
  expect(await window.says('Fonderie Perrin', 'data-kind')).toBe('phone');
  const { path } = await page(window, id);
  expect(path.ghosts, 'the call is no suggestion any more').toHaveLength(4);
  await window.click(say('fr', 'trail-back'));
  await window.find('[data-view="client"] [data-suggested="step-1"]');
  const name = await (await window.find('[data-trail][data-state="planned"]')).getAccessibleName();
  expect(name, 'why is its aim').toMatch(/jeudi 26 novembre 14:00.*Découvrir ce qui les occupe/);
  await window.press('Control+z');
  await window.find('[data-suggested="step-0"]');
  await window.close();
  expect(
    await window.house.touchpoints('2026-11-23', '2026-11-29'),
    'one undo took it back',
  ).toEqual([]);
});

test('what is planned from the path is on disk', async () => {
  const { window } = await onPath({ template: 'care' });
  const gesture = await Gesture.on(window.driver, await window.find('[data-suggested="step-0"]'));
  await gesture.to({ x: 700, y: 400 });
  await window.find('[data-view="week"]');
  await gesture.over({ date: '2026-11-26', time: '10:00' });
  await gesture.drop();
  await window.toast(/Planifié/);
  await window.close();
  const [visit] = await window.house.touchpoints('2026-11-26', '2026-11-26');
  expect(visit?.slot).toMatchObject({
    startAt: '2026-11-26T10:00:00+01:00',
    endAt: '2026-11-26T11:30:00+01:00',
  });
});

test('Escape puts the step and the page back as they were, by pointer and by keys', async () => {
  const { window, id } = await onPath({ template: 'discovery' });
  const gesture = await Gesture.on(window.driver, await window.find('[data-suggested="step-0"]'));
  await gesture.to({ x: 700, y: 400 });
  await gesture.over({ date: '2026-11-26', time: '14:00' });
  await window.find('[data-verdict]');
  await window.press('Escape');
  await window.find('[data-view="client"] [data-suggested="step-0"]');
  await window.gone('[data-verdict]');
  await gesture.drop();
  await window.gone('[data-view="week"]');

  await focusOn(window, 'step-0');
  await window.press('Space');
  await window.find('[data-view="week"]');
  await window.press('ArrowRight', 'ArrowDown', 'Escape');
  await window.find('[data-view="client"] [data-suggested="step-0"]');
  expect(await focused(window), 'the keyboard is where it was').toMatch(/^Étape proposée, Appel/);
  expect((await page(window, id)).path.ghosts).toHaveLength(5);
  await window.close();
  expect(await window.house.touchpoints('2026-11-01', '2026-12-31')).toEqual([]);
});

test('dropped where it cannot stand, it says why and goes back to the path', async () => {
  const { window, id } = await onPath({ template: 'discovery' });
  const other = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Faure',
  });
  await ask(
    window.driver,
    'plan_touchpoint',
    touchpoint(other.client.id, 'video', '2026-11-26T14:00'),
  );
  const gesture = await Gesture.on(window.driver, await window.find('[data-suggested="step-0"]'));
  await gesture.to({ x: 700, y: 400 });
  await window.block('Faure');
  await gesture.over({ date: '2026-11-26', time: '14:00' });
  await gesture.settles('refused');
  await gesture.drop();
  await window.toast(new RegExp(say('fr', 'calendar-force')));
  await window.find('[data-view="client"] [data-suggested="step-0"]');
  expect((await page(window, id)).path.ghosts, 'nothing was planned').toHaveLength(5);
});

test('Space takes a step, arrows carry it, Enter plans it', async () => {
  const { window } = await onPath({ template: 'discovery' });
  await focusOn(window, 'step-0');
  await window.press('Space');
  await window.find('[data-view="week"]');
  await window.press('ArrowRight', 'ArrowRight', 'Enter');
  await window.toast(/Planifié/);
  expect(await window.start('Fonderie Perrin')).toMatch(/^2026-11-26T/);
});

test('a step whose aim is no reason opens its draft where it was dropped, and asks for one', async () => {
  const { window } = await onPath();
  await window.click(say('fr', 'trail-steps'));
  await window.click(say('fr', 'trail-step-add'));
  await window.find('[data-step="0"] textarea:focus');
  await window.type('je prends des nouvelles');
  await window.press('Enter');
  const ghost = await window.find('[data-suggested="step-0"]');
  const gesture = await Gesture.on(window.driver, ghost);
  await gesture.to({ x: 700, y: 400 });
  await gesture.over({ date: '2026-12-03', time: '10:00' });
  await gesture.settles('free');
  await gesture.drop();
  await until('it says what is missing', async () =>
    /irait à tout le monde/.test(await (await window.find('[data-weak]')).getText()),
  );
  await window.fill(say('fr', 'touchpoint-reason-bring'), 'Le relevé des pannes de l’été');
  await window.press('Control+Enter');
  await window.toast(/Planifié/);
  await window.becomes('Fonderie Perrin', '2026-12-03T10:00:00+01:00');
});

test('a press on a step opens its draft, with its kind and its reason', async () => {
  const { window } = await onPath({ template: 'discovery' });
  await (await window.find('[data-suggested="step-1"]')).click();
  await window.find('[role="dialog"]');
  const reason = await window.role('textbox', say('fr', 'touchpoint-reason-clarify'));
  expect(await reason.getAttribute('value')).toBe('Montrer sur leur propre cas ce qui change');
  await window.press('Control+Enter');
  await window.toast(/Planifié/);
  await window.find('[data-trail][data-kind="video"][data-state="planned"]');
});

test('arrows walk the path in the order of time, and what is said of each is its whole name', async () => {
  const { window } = await onPath({
    touchpoints: [
      ['phone', `${ago(30)}T10:00`, 'le relevé des pannes de l’été'],
      ['video', `${ago(8)}T10:00`, 'la maquette sur leurs données'],
      ['inPerson', '2026-11-27T10:00', 'comparer deux réglages'],
    ],
    template: 'renewal',
  });
  const stops = await window.driver.executeScript<number>(
    `return document.querySelectorAll('[data-trail][tabindex="0"]').length`,
  );
  expect(stops, 'one stop for Tab').toBe(1);
  await window.driver.executeScript(`document.querySelector('[data-trail][tabindex="0"]').focus()`);
  expect(await focused(window), 'it begins at what comes next').toMatch(
    /^Visite.*vendredi 27 novembre 10:00.*comparer/,
  );
  await window.press('ArrowLeft');
  expect(await focused(window)).toMatch(/^Visio.*lundi 16 novembre 10:00.*la maquette/);
  await window.press('Home');
  expect(await focused(window)).toMatch(/^Appel.*dimanche 25 octobre 10:00/);
  expect(await (await window.find('[data-said]')).getText(), 'and shown').toMatch(
    /relevé des pannes/,
  );
  await window.press('End');
  expect(await focused(window)).toMatch(/^Étape proposée, Visio, .*vers le/);
  await window.press('Home', 'Enter');
  await window.find('[data-touchpoint-sheet], aside, [role="complementary"], .beside');
});

test('too long without contact is said in words, between the two that it lies between', async () => {
  const { window } = await onPath({
    touchpoints: [
      ['phone', `${ago(150)}T10:00`],
      ['video', `${ago(20)}T10:00`],
    ],
  });
  const read = await window.driver.executeScript<string[]>(
    `return [...document.querySelectorAll('[data-trail-scroller] li')].map((li) =>
       li.querySelector('[aria-label]')?.getAttribute('aria-label') ?? li.textContent.trim().replace(/\\s+/g, ' '))`,
  );
  const at = read.findIndex((line) => /Trop long : 130 jours sans contact, 90 au plus/.test(line));
  expect(read[at - 1]).toMatch(/^Appel/);
  expect(read[at + 1]).toMatch(/^Visio/);
});

test('where it leads, its steps and the day to look again are edited in place, and undone', async () => {
  const { window, id } = await onPath({ template: 'renewal' });
  await window.click(new RegExp(`^${say('fr', 'path-aim')}`));
  await window.click(say('fr', 'path-aim-winBack'), 'option');
  await until('it leads elsewhere', async () => (await page(window, id)).path.aim === 'winBack');
  await window.press('Control+z');
  await until('and back', async () => (await page(window, id)).path.aim === 'renew');

  await window.click(say('fr', 'trail-steps'));
  const first = (await page(window, id)).path.steps[0]?.aim;
  await window.driver.executeScript(`document.querySelector('[data-step="0"] textarea').focus()`);
  await window.press('Alt+ArrowDown');
  await until('it moved down', async () => (await page(window, id)).path.steps[1]?.aim === first);
  await window.find('[data-step="1"] textarea:focus');
  await window.press('Alt+ArrowUp');
  await until('and up again', async () => (await page(window, id)).path.steps[0]?.aim === first);
  await (await window.find('[data-step="2"] [data-remove]')).click();
  await window.toast(/Chemin/);
  expect((await page(window, id)).path.steps).toHaveLength(2);
  await window.press('Control+z');
  await until('it is back', async () => (await page(window, id)).path.steps.length === 3);

  await window.click(say('fr', 'trail-look-fortnight'));
  await window.find('[data-look-again="2026-12-08"]');
  await window.click(say('fr', 'trail-look-remove'));
  await window.find('[data-lacks-next]');
});

test('how often one meets is set on its clock, and follows the tier again', async () => {
  const { window, id } = await onPath({ touchpoints: [['phone', `${ago(20)}T10:00`]] });
  await (await window.find('[data-clock][data-kind="phone"]')).click();
  await window.fill(say('fr', 'trail-rhythm-ideal'), '10');
  await window.press('Enter');
  const rhythm = async () => (await page(window, id)).path.rhythm.phone;
  await until('it is kept', async () => (await rhythm())?.ideal === 10);
  await window.click(say('fr', 'trail-rhythm-reset'));
  await until('the tier’s again', async () => !(await rhythm()));
});

test('four hundred touchpoints are drawn and walked', { timeout: 120_000 }, async () => {
  const touchpoints = Array.from({ length: 400 }, (_, n): [string, string] => [
    ['phone', 'video', 'inPerson'][n % 3]!,
    `${ago(6 * n + 1)}T${String(8 + (n % 9)).padStart(2, '0')}:00`,
  ]);
  const { window } = await onPath({ touchpoints });
  const drawn = await window.driver.executeScript<number>(
    `return document.querySelectorAll('[data-trail]').length`,
  );
  expect(drawn).toBe(400);
  const frames = await window.driver.executeAsyncScript<number[]>(
    `const done = arguments[0], scroller = document.querySelector('[data-trail-scroller]'), frames = [];
     let last = performance.now();
     performance.mark('walk');
     const tick = (time) => {
       frames.push(time - last); last = time;
       scroller.scrollLeft -= 60;
       if (frames.length < 120 && scroller.scrollLeft > 0) requestAnimationFrame(tick);
       else { performance.measure('trail-walked', 'walk'); done(frames.slice(1)); }
     };
     requestAnimationFrame(tick);`,
  );
  const longest = Math.max(...frames);
  // Said, not judged: the machine these journeys run on is shared.
  console.info(
    `trail of 400: ${frames.length} frames scrolled, the longest ${longest.toFixed(1)} ms`,
  );
  expect(frames.length, 'it scrolled').toBeGreaterThan(60);
  await window.driver.executeScript(`document.querySelector('[data-trail][tabindex="0"]').focus()`);
  await window.press('Home');
  expect(await focused(window)).toMatch(/2020/);
  const { x } = await window.middle('[data-trail]:focus');
  expect(x, 'it came into sight').toBeGreaterThan(220);
});

test.each(['light', 'dark'] as const)(
  'nothing on it is hard to reach or to read (%s)',
  async (theme) => {
    const { window } = await onPath({
      theme,
      touchpoints: [
        ['phone', `${ago(150)}T10:00`],
        ['video', `${ago(20)}T10:00`],
        ['inPerson', '2026-11-27T10:00'],
      ],
      template: 'discovery',
    });
    await window.click(say('fr', 'trail-steps'));
    await window.find('[data-step="4"]');
    await window.calm();
    expect(await window.axe()).toEqual([]);
  },
);
