// Reminders in the real window, on a desktop of the test's own. The clock of a launch stands still; time goes by between
// two launches, as it does for a laptop that is closed.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House, NOW } from '../harness/house';
import { Services, isSeen } from '../harness/services';
import { until } from '../harness/until';
import { running } from '../harness/webdriver';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const REASON = 'Le relevé des pannes de l’été';
/** Each opens the application several times. */
const PATIENCE = 180_000;

const at = (time: string) => `2026-11-24T${time}:00+01:00`;

/** Plans a meeting today, with its reason, as the draft does. */
async function plan(window: Window, name: string, time: string, kind = 'video'): Promise<void> {
  await ask(window.driver, 'plan_touchpoint', {
    draft: {
      kind,
      title: name,
      client: { type: 'new', name },
      reason: { bring: REASON, astonish: '', clarify: '', urgent: false },
      to: { type: 'timed', start: `2026-11-24T${time}`, minutes: 30 },
      minutes: 30,
      place: '',
      link: '',
      notes: '',
      participants: [],
      force: true,
    },
  });
}

function journal(house: House): string {
  const files = readdirSync(house.data).filter((name) => name.startsWith('journal-'));
  return files.map((name) => readFileSync(join(house.data, name), 'latin1')).join('');
}

/** A house past its first start, with meetings of today, closed again. */
async function planned(...meetings: [name: string, time: string, kind?: string][]): Promise<House> {
  const house = new House();
  const window = await Window.open({ house, bare: true });
  await ask(window.driver, 'welcome', { choice: 'mine' });
  for (const [name, time, kind] of meetings) await plan(window, name, time, kind);
  // From the first look of the timer on, what goes by is missed: the journal says that it was written.
  await until('the timer has looked', () => journal(house).includes('reminded'));
  await window.close();
  return house;
}

test(
  'a reminder fires, its text holds the reason, and it is put off in the window',
  { timeout: PATIENCE },
  async () => {
    const house = await planned(['Fromagerie du Lac', '14:30']);
    const services = await Services.start(house);
    const window = await Window.open({ house, now: at('14:20'), env: services.env });
    const said = await services.hears('notified');
    expect(said.title).toBe('14:30 Visio · Fromagerie du Lac');
    expect(said.body, 'why one meets').toBe(`J’apporte\u00a0: ${REASON}`);
    const card = await window.find('[data-rung]');
    expect(await card.getText(), 'the window says the same').toContain(REASON);
    expect(await window.axe(), 'nothing serious').toEqual([]);
    await window.click(/^Remettre à plus tard/);
    await window.click(/Dans dix minutes/, 'menuitem');
    await window.toast(/Rappel remis à 14:30/);
    await window.gone('[data-rung]');
    await window.close();

    const again = await Window.open({ house, now: at('14:30'), env: services.env });
    await services.hears('notified', 2);
    await again.find('[data-rung]');
    await again.click(/^C’est noté/);
    await again.gone('[data-rung]');
    await again.close();

    const third = await Window.open({ house, now: at('14:31'), env: services.env });
    await third.calm();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(services.all('notified'), 'a restart repeats nothing').toHaveLength(2);
    expect(await third.driver.executeScript('return document.querySelector("[data-rung]")')).toBe(
      null,
    );
  },
);

test(
  'what went by while it was closed is one calm list, and gone once it was seen',
  { timeout: PATIENCE },
  async () => {
    const house = await planned(
      ['Fromagerie du Lac', '10:30'],
      ['Scierie Vannier', '11:00', 'phone'],
    );
    const services = await Services.start(house);
    const window = await Window.open({ house, now: at('15:00'), env: services.env });
    await window.find('[data-missed]');
    const text = await window.driver.executeScript<string>(
      'return document.querySelector("[data-missed]").innerText',
    );
    expect(text, 'the latest first, each with its hour').toMatch(
      /2 rendez-vous[^]*11:00[^]*Scierie[^]*10:30[^]*Lac/,
    );
    expect(await window.axe(), 'nothing serious').toEqual([]);
    expect(services.all('notified'), 'never a burst').toEqual([]);
    await window.click(/Scierie Vannier/);
    await window.find('[data-sheet]');
    await window.press('Escape');
    await window.click(/^Plus d’actions.*Scierie/);
    await window.click(say('fr', 'reminder-held'), 'menuitem');
    await window.find('[data-closing] input:focus');
    await window.type('Le relevé les a surpris');
    await window.press('Enter');
    await window.toast(/Noté\s: tenu/);
    await until('one is left', async () => {
      const left = await window.driver.executeScript<number>(
        'return document.querySelectorAll("[data-missed-one]").length',
      );
      return left === 1;
    });
    await window.click(say('fr', 'reminders-seen'));
    await window.gone('[data-missed]');
    await window.close();

    const again = await Window.open({ house, now: at('15:05'), env: services.env });
    await again.calm();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await again.gone('[data-missed]');
  },
);

test(
  'closed to the tray it goes on; its menu says what is next, opens it and ends it',
  { timeout: PATIENCE },
  async () => {
    const house = await planned(['Fromagerie du Lac', '14:30']);
    const services = await Services.start(house);
    const window = await Window.open({ house, env: services.env });
    await services.hears('tray');
    await window.click(say('fr', 'app-settings'));
    await window.click(say('fr', 'reminding-tray'), 'checkbox');
    await window.click(say('fr', 'reminding-session'), 'checkbox');
    const entry = join(house.home, '.config/autostart/Sentier.desktop');
    await until('it starts with the session', () => existsSync(entry));
    expect(readFileSync(entry, 'utf8'), 'in the tray').toMatch(/^Exec=".*sentier" --hidden/m);
    window.cross();
    await until('the window is gone', () => !isSeen(window.pid));
    expect(running(window.pid), 'and Sentier is not').toBe(true);
    expect(await services.menu()).toEqual([
      say('fr', 'reminder-open-window'),
      '14:30 Visio · Fromagerie du Lac',
      say('fr', 'reminder-quit'),
    ]);
    services.activate();
    await until('the window is back', () => isSeen(window.pid));
    services.press(say('fr', 'reminder-quit'));
    await window.ended();

    const pid = services.launch(house, at('14:20'), ['--hidden']);
    const said = await services.hears('notified');
    expect(said.body).toContain(REASON);
    expect(isSeen(pid), 'no window was opened for it').toBe(false);
    services.leave();
    await until('a tray that leaves gives the window back', () => isSeen(pid));
  },
);

test(
  'where there is no tray, closing the window ends it, and hidden is not lost',
  { timeout: PATIENCE },
  async () => {
    const house = await planned(['Fromagerie du Lac', '14:30']);
    const services = await Services.start(house, { tray: false });
    const window = await Window.open({ house, env: services.env });
    await window.click(say('fr', 'app-settings'));
    const section = await window.find('[data-reminding]');
    await until('it says so', async () =>
      (await section.getText()).includes(say('fr', 'reminding-no-tray')),
    );
    await window.close();
    const pid = services.launch(house, NOW, ['--hidden']);
    await until('the window is shown', () => isSeen(pid), 40_000);
  },
);

test(
  'what looks for its reason is listed beside the calendar, and found where it is written',
  { timeout: PATIENCE },
  async () => {
    const house = await House.withWeek();
    const window = await Window.open({ house });
    const list = await window.find('[data-looking]');
    expect(await list.getText()).toContain('Atelier Morel');
    await window.click(/^Atelier Morel 14:00/);
    await window.find('[data-sheet] [data-reason]');
    await until('the cursor stands in the reason', async () =>
      window.driver.executeScript<boolean>(
        'return document.activeElement?.closest("[data-reason]") !== null',
      ),
    );
    await window.type(REASON);
    await window.press('Escape');
    await until('it is on the list no more', async () => {
      const text = await window.driver.executeScript<string>(
        'return document.querySelector("[data-looking]")?.innerText ?? ""',
      );
      return !text.includes('Atelier Morel');
    });
  },
);
