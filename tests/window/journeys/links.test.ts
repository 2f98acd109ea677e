// Links, and what is dragged out of other programs: an address opens in the system's browser by a press, or not at all; a
// drop that is no file comes to nothing; a file's name is text; and the page stays where it is.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { By, Key, type WebElement } from 'selenium-webdriver';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../harness/core';
import { carry, letGo, offering, pressAt, pressOnScreen, windowsSeen } from '../harness/desktop';
import type { Point } from '../harness/grid';
import { House } from '../harness/house';
import { Opener } from '../harness/opener';
import { Pointer } from '../harness/pointer';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

const LONG = 120_000;
/** Small enough for another window beside it. */
const SIZE = { width: 1000, height: 760 };
const NOTE = [
  '[page](https://exemple.fr/a?b=c) <https://exemple.fr/nu>',
  '[message](mailto:zoe@exemple.fr) [appel](tel:+33238000000)',
  '[script](javascript:globalThis.__ran=1) [file](file:///etc/passwd) [data](data:text/html,x) [blob](blob:x)',
].join('\n\n');

/** The page of a client with a note, in a window that opens nothing but in a notebook of the test's. */
async function withNote(): Promise<{ window: Window; opener: Opener; id: string }> {
  const opener = new Opener();
  const house = await House.withWeek();
  const window = await Window.open({ house, env: opener.env, size: SIZE });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const { id } = made.client;
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"]');
  await window.click(say('fr', 'client-notes-hint'));
  const field = await window.driver.switchTo().activeElement();
  await window.driver.executeScript(
    'arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new InputEvent("input", { bubbles: true }))',
    field,
    NOTE,
  );
  await window.press('Control+Enter');
  await window.find('.markdown a');
  await window.driver.executeScript('globalThis.__here = true');
  return { window, opener, id };
}

/** The middle of an element, once it is in sight. */
function middleOf(window: Window, element: WebElement): Promise<Point> {
  return window.driver.executeScript<Point>(
    `arguments[0].scrollIntoView({ block: 'center' });
     const box = arguments[0].getClientRects()[0];
     return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
    element,
  );
}

/** Sees that the page is the one it was, and that nothing ran in it. */
async function stays(window: Window, when: string): Promise<void> {
  const found = await window.driver.executeScript<unknown[]>(
    'return [globalThis.__here, globalThis.__ran ?? null, location.protocol, document.querySelectorAll("#dropped").length]',
  );
  expect(found, when).toEqual([true, null, 'tauri:', 0]);
  expect(await window.driver.getAllWindowHandles(), when).toHaveLength(1);
}

test(
  'a link of a note opens with the system by a press, whatever is held, and only what may be opened',
  { timeout: LONG },
  async () => {
    const { window, opener } = await withNote();
    const links = await window.driver.findElements(By.css('.markdown a'));
    expect(await Promise.all(links.map((link) => link.getText())), 'the rest is text').toEqual([
      'page',
      'https://exemple.fr/nu',
      'message',
      'appel',
    ]);
    const [page, , message, call] = links;
    await page!.click();
    expect(await opener.hears(1)).toBe('https://exemple.fr/a?b=c');
    await stays(window, 'after a press');
    await message!.click();
    expect(await opener.hears(2)).toBe('mailto:zoe@exemple.fr');
    await call!.click();
    expect(await opener.hears(3)).toBe('tel:+33238000000');
    for (const [times, held] of [Key.CONTROL, Key.SHIFT].entries()) {
      const actions = window.driver.actions({ async: true });
      await actions.keyDown(held).click(page!).keyUp(held).perform();
      expect(await opener.hears(4 + times)).toBe('https://exemple.fr/a?b=c');
      await stays(window, 'with a key held');
    }
    await window.driver.executeScript('arguments[0].focus()', page);
    await window.press('Enter');
    expect(await opener.hears(6)).toBe('https://exemple.fr/a?b=c');

    // By the screen's own pointer: the driver lets go of another button than it pressed.
    const pointer = await Pointer.over(window.driver);
    pressAt(pointer.onScreen(await middleOf(window, page!)), 2);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await stays(window, 'after the middle button');

    expect(opener.asked, 'which opens nothing').toHaveLength(6);
  },
);

test(
  'an address that may not be opened is refused with a sentence, and asked of nobody',
  { timeout: LONG },
  async () => {
    const { window, opener } = await withNote();
    for (const address of [
      'javascript:globalThis.__ran=1',
      ' JavaScript:globalThis.__ran=1',
      'file:///etc/passwd',
      'data:text/html,<script>1</script>',
      'vbscript:x',
      'smb://server/share',
      'exemple.fr',
    ]) {
      const refused = await window.driver.executeAsyncScript<{ code?: string; message?: string }>(
        `const [address, done] = arguments;
         window.__TAURI_INTERNALS__.invoke('open_link', { address }).then(() => done({}), done);`,
        address,
      );
      expect(refused.code, address).toBe('invalid');
      expect(refused.message, address).toMatch(/\S+ \S+/);
    }
    // Links that no view of ours writes: followed with the middle button, with a key held, into another window.
    await window.driver.executeScript(
      `for (const [id, href] of Object.entries(arguments[0])) {
         const link = Object.assign(document.createElement('a'), { id, href, target: id === 'blank' ? '_blank' : '' });
         link.textContent = id;
         Object.assign(link.style, { position: 'fixed', zIndex: 1000, left: '400px', top: id === 'blank' ? '300px' : '340px' });
         document.body.append(link);
       }`,
      { blank: 'https://exemple.fr/blank', local: 'file:///etc/passwd' },
    );
    const pointer = await Pointer.over(window.driver);
    for (const id of ['blank', 'local']) {
      const link = await window.find(`#${id}`);
      await link.click();
      await window.driver
        .actions({ async: true })
        .keyDown(Key.CONTROL)
        .click(link)
        .keyUp(Key.CONTROL)
        .perform();
      pressAt(pointer.onScreen(await middleOf(window, link)), 2);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await stays(window, id);
    }
    expect(opener.asked, 'the system was asked for nothing').toEqual([]);
  },
);

test(
  'a link, a picture or markup that is dropped comes to nothing, on the page and in a field',
  { timeout: LONG },
  async () => {
    const { window, opener } = await withNote();
    const pointer = await Pointer.over(window.driver);
    await window.driver.executeScript(
      `globalThis.__drags = [];
       for (const sort of ['dragenter', 'dragover', 'drop']) {
         addEventListener(sort, (event) => __drags.push(sort + ' ' + event.target.tagName), { capture: true });
       }`,
    );
    const offers = [
      ['https://exemple.fr/contrat.ics', 'link'],
      ['javascript:globalThis.__ran=1', 'link'],
      ['https://exemple.fr/photo.png', 'picture'],
      ['<b id="dropped">gras</b><img src="x" onerror="globalThis.__ran = 1">', 'markup'],
    ] as const;
    for (const [what, sort] of offers) {
      const from = await offering(what, sort);
      await carry(from, { x: 520, y: 420 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const over = await window.driver.findElements(By.css('.over'));
      expect(over, `${sort}: nothing is offered for it`).toHaveLength(0);
      letGo();
      await new Promise((resolve) => setTimeout(resolve, 700));
      await stays(window, `${sort} on the page`);
      expect(await window.driver.findElements(By.css('[role="dialog"]')), sort).toHaveLength(0);

      // In a field it is its words, at most.
      const field = await window.role('textbox', say('fr', 'client-tags'));
      await carry(from, pointer.onScreen(await middleOf(window, field)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      letGo();
      await new Promise((resolve) => setTimeout(resolve, 700));
      await stays(window, `${sort} in a field`);
      // It came there: what was not taken could have been.
      const seen = await window.driver.executeScript<string[]>('return __drags.splice(0)');
      expect(seen, sort).toContain(sort === 'markup' ? 'drop INPUT' : 'dragover INPUT');
    }
    expect(opener.asked, 'and nothing was opened').toEqual([]);
  },
);

test(
  'a picture that is dropped on a client is a file of it, and its name is text',
  { timeout: LONG },
  async () => {
    const { window, id } = await withNote();
    const folder = mkdtempSync(join(tmpdir(), 'sentier-given-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const name = '<img id=dropped src=x onerror=globalThis.__ran=1>.png';
    const picture = join(folder, name);
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a', 'hex'));
    const from = await offering(picture);
    await carry(from, { x: 520, y: 420 });
    await window.find('.over');
    letGo();
    await window.toast(/\S/);
    const client = await ask<{ attachments: { name: string }[] }>(window.driver, 'client', { id });
    expect(client.attachments.map((file) => file.name)).toEqual([name]);
    await until('its name is read', async () =>
      (await window.driver.executeScript<string>('return document.body.innerText')).includes(name),
    );
    await stays(window, 'a name is text');
  },
);

test(
  'the web view’s own menu is there for texts, and offers nothing on a link or on the page',
  { timeout: LONG },
  async () => {
    const { window } = await withNote();
    // What the page does against the menu is undone: only what the shell does is left.
    await window.driver.executeScript(
      `addEventListener('contextmenu', (event) => event.stopImmediatePropagation(), { capture: true });`,
    );
    const pointer = await Pointer.over(window.driver);
    const before = windowsSeen();
    const on = async (element: WebElement) => {
      pressAt(pointer.onScreen(await middleOf(window, element)), 3);
      await new Promise((resolve) => setTimeout(resolve, 700));
      const more = windowsSeen() - before;
      pressOnScreen('Escape');
      await until('no menu is left', () => windowsSeen() === before);
      return more;
    };
    expect(await on(await window.find('.markdown a')), 'a link has none').toBe(0);
    expect(
      await on(await window.role('button', say('fr', 'app-clients'))),
      'neither has a button',
    ).toBe(0);
    const field = await window.role('textbox', say('fr', 'client-tags'));
    expect(await on(field), 'a text has one').toBeGreaterThan(0);
    await stays(window, 'nothing else happened');
  },
);
