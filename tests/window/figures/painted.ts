// From a press to what it changed on the screen, as the page sees it.

import type { WebDriver } from 'selenium-webdriver';
import { until } from '../harness/until';

/** Nothing changed for so long: what the press asked for is all there. In milliseconds. */
const STILL = 200;

interface Noted {
  /** When it was pressed; `null` until then. */
  pressed: number | null;
  /** When the first and the last thing that changed since was painted. */
  first: number | null;
  last: number | null;
  now: number;
}

/** Watches presses of that kind, and what changes inside a selector after them. */
export async function watchPresses(
  driver: WebDriver,
  selector: string,
  kind: 'keydown' | 'pointerup' = 'keydown',
): Promise<void> {
  await driver.executeScript(watch, selector, kind);
}

/** Does what ends in a press, and gives back how long until the first or the last of what it changed was painted. */
export async function painted(
  driver: WebDriver,
  which: 'first' | 'last',
  doing: () => Promise<void>,
): Promise<number> {
  await driver.executeScript('window.__presses.begin()');
  await doing();
  let time = NaN;
  await until('what was pressed for is painted', async () => {
    const noted = await driver.executeScript<Noted>('return window.__presses.noted()');
    const { pressed, last, now } = noted;
    if (pressed === null || last === null) return false;
    time = noted[which]! - pressed;
    return now - last > STILL;
  });
  return time;
}

/**
 * Runs in the page, so it can lean on nothing outside itself. A change is painted when the second frame after it is
 * asked for: the first one draws it.
 */
function watch(selector: string, kind: 'keydown' | 'pointerup'): void {
  let pressed: number | null = null;
  let first: number | null = null;
  let last: number | null = null;
  const paint = () => {
    last = performance.now();
    first ??= last;
  };
  addEventListener(kind, () => (pressed = performance.now()), true);
  new MutationObserver((changes) => {
    const there = changes.some(({ target }) =>
      (target instanceof Element ? target : target.parentElement)?.closest(selector),
    );
    if (!there || pressed === null) return;
    requestAnimationFrame(() => requestAnimationFrame(paint));
  }).observe(document, { childList: true, characterData: true, subtree: true });
  const begin = () => {
    pressed = null;
    first = null;
    last = null;
  };
  const noted = () => ({ pressed, first, last, now: performance.now() });
  Object.assign(window, { __presses: { begin, noted } });
}
