// The real window, with helpers named as what a person does.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Key, error } from 'selenium-webdriver';
import { onTestFinished } from 'vitest';
import { Gesture } from './gesture';
import type { Slot } from './grid';
import { House, binary, here } from './house';
import { Sight } from './sight';
import { PATIENCE, until } from './until';
import { type Session, running, startSession } from './webdriver';

export interface Opening {
  /** The data folder; a new one of its own when left out. */
  house?: House;
  lang?: 'fr' | 'en';
  theme?: 'light' | 'dark';
  /** `null` leaves it as the application remembers it. */
  size?: { width: number; height: number } | null;
  /** More for the command line: files to open, flags. */
  args?: string[];
  /** When it takes place, when it is not the house's own time. */
  now?: string;
  /** More of the surroundings: another session bus. */
  env?: NodeJS.ProcessEnv;
  /** Do not wait for a view: the caller expects something else first. */
  bare?: boolean;
}

export class Window extends Sight {
  readonly house: House;
  readonly #session: Session;

  private constructor(house: House, session: Session) {
    super(session.driver);
    this.house = house;
    this.#session = session;
  }

  /** Starts the application and waits until its view is painted. */
  static async open(opening: Opening = {}): Promise<Window> {
    const house = opening.house ?? new House();
    const {
      lang = 'fr',
      theme = 'light',
      args = [],
      size = { width: 1360, height: 820 },
    } = opening;
    mkdirSync(house.home, { recursive: true });
    const env = {
      ...here(lang),
      HOME: house.home,
      GTK_THEME: theme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      ...opening.env,
    };
    const all = ['--data-dir', house.data, '--now', opening.now ?? house.now, ...args];
    const session = await startSession(binary(), all, env, house.output);
    const window = new Window(house, session);
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail') await window.#keepEvidence(task.fullTestName);
      await session.end();
    });
    await window.driver.manage().setTimeouts({ script: PATIENCE });
    await window.driver
      .manage()
      .window()
      .setRect({ x: 20, y: 20, ...size });
    if (!opening.bare) await window.find('[data-view]');
    return window;
  }

  /** The application's process id, for the tests that are unkind to it. */
  get pid(): number {
    return this.#session.app;
  }

  /** Presses the window's cross. */
  cross(): void {
    closeByManager(this.pid);
  }

  /** Waits for a process that was told to end. */
  async ended(): Promise<void> {
    await until('the application has ended', () => !running(this.pid));
    await this.#session.end();
  }

  /** Closes the window as its cross does, and waits for the process to be gone. */
  async close(): Promise<void> {
    this.cross();
    await this.ended();
  }

  /** Ends the process with no warning at all. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    await until('the application is gone', () => !running(this.pid));
    await this.#session.end();
  }

  /** Keeps a picture of the window's content. */
  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    // The driver waits for the next frame, and a page at rest that is drawn plainly has none.
    await this.driver.executeScript(STIR);
    writeFileSync(path, Buffer.from(await this.driver.takeScreenshot(), 'base64'));
  }

  // Doing -----------------------------------------------------------------------------------

  /** Presses a button, a link, a tab… by its name. */
  async click(name: string | RegExp, role = 'button'): Promise<void> {
    await until(`${String(name)} can be pressed`, async () => {
      try {
        await (await this.role(role, name)).click();
        return true;
      } catch (fault) {
        // Something still slides over it, it still moves, or the page drew it anew.
        if (fault instanceof error.ElementClickInterceptedError) return false;
        if (fault instanceof error.ElementNotInteractableError) return false;
        if (fault instanceof error.StaleElementReferenceError) return false;
        throw fault;
      }
    });
  }

  /** Types where the focus is. */
  async type(text: string): Promise<void> {
    await this.driver.actions({ async: true }).sendKeys(text).perform();
  }

  /** Types into the field with that label, over what it holds. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    await (await this.role('textbox', label)).click();
    await this.press('Control+a');
    await this.type(text);
  }

  /** Presses keys where the focus is: `Escape`, `ArrowDown`, `Control+Shift+z`, `n`. */
  async press(...combinations: string[]): Promise<void> {
    for (const combination of combinations) {
      const keys = combination.split('+').map(key);
      const actions = this.driver.actions({ async: true });
      for (const down of keys) actions.keyDown(down);
      for (const up of keys.toReversed()) actions.keyUp(up);
      await actions.perform();
    }
  }

  /** Lets go of every button and key. */
  async release(): Promise<void> {
    await this.driver.actions({ async: true }).clear();
  }

  /** Gives a block the keyboard's focus. */
  async focus(title: string): Promise<void> {
    await this.fresh(`${title} has the focus`, async () => {
      await this.driver.executeScript('arguments[0].focus()', await this.block(title));
    });
  }

  /** Drags a block so that it starts at a slot; the pointer grabs it just below its top. */
  async drag(title: string, to: Slot, held: Held = {}): Promise<void> {
    const gesture = await this.take(title, held);
    await gesture.over(to);
    await gesture.drop();
  }

  /** Takes a block with the pointer and leaves it in hand. */
  async take(title: string | RegExp, held: Held = {}): Promise<Gesture> {
    return Gesture.on(this.driver, await this.block(title), held);
  }

  /** Presses the pointer on a slot where nothing stands, one pixel into it. */
  async takeSlot(date: string, time: string): Promise<Gesture> {
    const { x, y } = await this.slot(date, time);
    return Gesture.at(this.driver, { x, y: y + 1 });
  }

  /** Takes one end of a block with the pointer, as one does to make it longer or shorter. */
  async takeEnd(title: string, end: 'top' | 'bottom'): Promise<Gesture> {
    return Gesture.on(this.driver, await this.block(title), { edge: end });
  }

  /** What was on the screen when a test failed, as `results/<its name>.png`. */
  async #keepEvidence(test: string): Promise<void> {
    const name = test
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replaceAll(' ', '-');
    const path = join(import.meta.dirname, '../results', `${name}.png`);
    await this.screenshot(path).catch(() =>
      console.error(`${name}: no picture, the window is gone`),
    );
  }
}

/** Paints the page again at each frame for two seconds, without a change to be seen. */
const STIR = `
  const until = performance.now() + 2000;
  const { style } = document.body;
  const stir = () => {
    style.opacity = style.opacity === '' ? '0.9999' : '';
    if (performance.now() < until) requestAnimationFrame(stir);
    else style.opacity = '';
  };
  stir();`;

/** What is held while the pointer moves. */
export interface Held {
  modifier?: 'Control' | 'Alt' | 'Shift';
  edge?: 'top' | 'bottom';
}

/** A key by the name browsers give it. */
function key(name: string): string {
  const special: Record<string, string> = {
    Escape: Key.ESCAPE,
    Enter: Key.ENTER,
    Space: Key.SPACE,
    Tab: Key.TAB,
    Delete: Key.DELETE,
    Control: Key.CONTROL,
    Shift: Key.SHIFT,
    Alt: Key.ALT,
    F10: Key.F10,
    Home: Key.HOME,
    End: Key.END,
    ArrowUp: Key.ARROW_UP,
    ArrowDown: Key.ARROW_DOWN,
    ArrowLeft: Key.ARROW_LEFT,
    ArrowRight: Key.ARROW_RIGHT,
  };
  return special[name] ?? name;
}

/** Asks the window manager to close a process's window; WebDriver's own close skips the goodbye. */
function closeByManager(pid: number): void {
  const windows = execFileSync('wmctrl', ['-l', '-p'], { encoding: 'utf8' }).split('\n');
  const line = windows.find((each) => each.split(/\s+/)[2] === String(pid));
  if (!line) throw new Error('the window manager knows no window of this application');
  execFileSync('wmctrl', ['-i', '-c', line.split(/\s+/)[0]!]);
}
