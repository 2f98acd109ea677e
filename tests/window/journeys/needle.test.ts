// A word of a locked book, looked for in every file the application could have written it into: in the data folder with its
// logs and the web view's cache, in the home of the person, in the temporary folder, and on the process's outputs.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../harness/core';
import { inFront, pressOnScreen, typeOnScreen } from '../harness/desktop';
import { House } from '../harness/house';
import { Opener } from '../harness/opener';
import { Services } from '../harness/services';
import { files, packed, traces } from '../harness/traces';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const NEEDLE = 'Zqxaiguille';
const PASSPHRASE = 'trois chênes au bord du lac';
/** A part of it that is letters alone. */
const OF_PASSPHRASE = 'au bord du lac';
const LONG = 240_000;

/** A folder outside the house, where what is given to it lies. */
function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sentier-given-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Sees that nobody without a key reads the word anywhere in the house. */
function unread(house: House, when: string): void {
  expect(traces(NEEDLE, house.dir), `${when}: the word is nowhere`).toEqual([]);
  expect(traces(OF_PASSPHRASE, house.dir), `${when}: nor is the passphrase`).toEqual([]);
  expect(packed(house.data), `${when}: nothing is packed, so all of it was read`).toEqual([]);
}

async function unlock(window: Window): Promise<void> {
  await window.find('[data-view=locked] input:focus');
  await window.type(PASSPHRASE);
  await window.press('Enter');
  await window.find('[data-view]:not([data-view=locked])');
}

/** Gives the book its passphrase as a person does; its recovery code. */
async function seal(window: Window): Promise<string> {
  await window.click(say('fr', 'app-settings'));
  await window.click(say('fr', 'security-seal'));
  await window.find('[data-sealing] input:focus');
  await window.type(PASSPHRASE);
  await window.fill(say('fr', 'passphrase-again'), PASSPHRASE);
  await window.click(say('fr', 'security-seal-do'));
  const code = await (await window.find('[data-code]')).getText();
  await window.click(say('fr', 'code-kept'), 'checkbox');
  await window.click(say('fr', 'code-done'));
  await window.find('[data-security="sealed"]');
  return code;
}

/** Plans a meeting whose every line says the word. */
async function plan(window: Window, title: string, client: string): Promise<void> {
  await ask(window.driver, 'plan_touchpoint', {
    draft: {
      kind: 'video',
      title,
      client: { type: 'existing', id: client },
      reason: { bring: `Le relevé ${NEEDLE}`, astonish: '', clarify: '', urgent: false },
      to: { type: 'timed', start: '2026-11-26T09:00', minutes: 60 },
      minutes: 60,
      place: `${NEEDLE} 3`,
      link: '',
      notes: `Notes ${NEEDLE}`,
      participants: [],
      force: true,
    },
  });
}

/** Looks for the word as one types it, and sees it found. */
async function search(window: Window): Promise<void> {
  await window.press('/');
  await window.find('[role="dialog"]');
  await window.type(NEEDLE.toLowerCase());
  await until('it is found', () =>
    window.driver.executeScript<boolean>(
      'return [...document.querySelectorAll("[data-hit]")].some((hit) => hit.innerText.includes(arguments[0]))',
      NEEDLE,
    ),
  );
  await window.press('Escape');
  await window.gone('[role="dialog"]');
}

async function toClient(window: Window, id: string): Promise<void> {
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"]');
}

test(
  'a word of a locked book is in no file, in use, after a kill and after a close',
  { timeout: LONG },
  async () => {
    const house = await House.withWeek();
    const opener = new Opener();
    const given = outside();
    const env = { ...house.enclosed, ...opener.env };
    const window = await Window.open({ house, env });

    // In the clear it is found where it is, so that not finding it later means something.
    const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
      name: `Atelier ${NEEDLE}`,
    });
    const { id } = made.client;
    await plan(window, `Visio ${NEEDLE}`, id);
    expect(traces(NEEDLE, house.dir), 'in the clear it is read').toContainEqual(
      expect.stringMatching(/^data\/journal-/),
    );
    const code = await seal(window);
    unread(house, 'once it is sealed');
    const there = files(house.data);
    for (const sort of [/^logs\//, /^page\//, /^desk\.json$/]) {
      expect(there, 'what is beside the book was looked at too').toContainEqual(
        expect.stringMatching(sort),
      );
    }

    // Used: a note, a search, a drag, a file, a calendar.
    await toClient(window, id);
    await window.click(say('fr', 'client-notes-hint'));
    await window.type(`Décide avec ${NEEDLE}`);
    await window.press('Control+Enter');
    await window.find('.markdown');
    const file = join(given, `${NEEDLE}.pdf`);
    writeFileSync(file, `%PDF-1.4\n${NEEDLE}\n`);
    expect((await house.startAgain([file])).code, 'the open window takes it').toBe(0);
    await window.click(new RegExp(`^Ouvrir ${NEEDLE}`));
    const copy = await opener.hears(1);
    expect(basename(copy), 'it is opened under its name').toBe(`${NEEDLE}.pdf`);
    expect(copy.startsWith(join(house.dir, 'tmp')), 'as a copy that is in no book').toBe(true);
    await search(window);
    await window.press('g');
    await window.find('[data-view="week"]');
    await window.drag(`Visio ${NEEDLE}`, { date: '2026-11-27', time: '11:00' });
    await window.becomes(`Visio ${NEEDLE}`, '2026-11-27T11:00:00+01:00');
    const lent = traces(NEEDLE, house.dir);
    expect(lent, 'one copy is lent to another program').toEqual([copy.slice(house.dir.length + 1)]);

    // Locked with a draft under way, and opened again.
    await window.press('g', 'c');
    await window.find('[role="dialog"] input:focus');
    await window.type(`Chez ${NEEDLE}`);
    await window.press('Control+l');
    await window.find('[data-view=locked]');
    await until('the copy is taken back', () => !existsSync(copy));
    unread(house, 'locked');
    await unlock(window);
    await window.find('[role="dialog"]');
    await window.press('Escape');
    await window.gone('[role="dialog"]');
    await toClient(window, id);
    await window.click(new RegExp(`^Ouvrir ${NEEDLE}`));
    const second = await opener.hears(2);

    // Killed in the middle of it: the copy that was lent is all there is, and goes with the next start.
    await search(window);
    await window.kill();
    expect(traces(NEEDLE, house.dir)).toEqual([second.slice(house.dir.length + 1)]);
    const again = await Window.open({ house, env, bare: true });
    await again.find('[data-view=locked]');
    unread(house, 'after a kill, at the next start');

    // Closed in order.
    await unlock(again);
    await search(again);
    await again.close();
    unread(house, 'closed in order');
    expect(traces(code.split('-')[0]!, house.dir), 'nor is the code anywhere').toEqual([]);
    expect(existsSync(house.output), 'the outputs were looked at').toBe(true);
  },
);

test(
  'nor is it in a window that nobody drives, with all a web view keeps by itself',
  { timeout: LONG },
  async () => {
    const house = await House.withWeek();
    const surroundings = house.enclosed;
    const services = await Services.start(house);
    const window = await Window.open({ house, env: { ...surroundings, ...services.env } });
    const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
      name: `Atelier ${NEEDLE}`,
    });
    await plan(window, `Visio ${NEEDLE}`, made.client.id);
    await seal(window);
    await window.press('g');
    await window.find('[data-view="week"]');
    await window.close();

    const pid = services.launch(house, house.now, [], surroundings);
    await until('its window has the keyboard', () => inFront() === pid);
    const view = () =>
      JSON.parse(readFileSync(join(house.data, 'desk.json'), 'utf8')) as { view: string };
    // It says nothing of how far it is: the passphrase is typed until the month that is asked for after it is shown.
    await until(
      'it is unlocked and shows the month',
      async () => {
        pressOnScreen('ctrl+a');
        typeOnScreen(PASSPHRASE);
        pressOnScreen('Return');
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        pressOnScreen('m');
        await new Promise((resolve) => setTimeout(resolve, 1_500));
        return view().view === 'month';
      },
      60_000,
    );
    pressOnScreen('slash');
    typeOnScreen(NEEDLE);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    unread(house, 'while it is searched for');
    process.kill(pid, 'SIGKILL');
    await until('it is gone', () => inFront() !== pid);
    unread(house, 'after a kill');
    expect(
      files(house.data).filter((name) => name.startsWith('page/')).length,
      'the web view keeps something',
    ).toBeGreaterThan(0);
  },
);
