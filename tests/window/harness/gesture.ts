// A block in hand: real pointer actions, step by step, so that a test can stop half way.

import { Key, Origin, type WebDriver, type WebElement } from 'selenium-webdriver';
import { type Point, type Slot, slotPoint } from './grid';
import { until } from './until';
import type { Held } from './window';

/** How many moves a way is made of: a hand does not jump. */
const STEPS = 8;

/** How long one of them takes, in milliseconds: about a frame. */
const STEP = 16;

const MODIFIERS = { Control: Key.CONTROL, Alt: Key.ALT, Shift: Key.SHIFT };

export class Gesture {
  readonly #driver: WebDriver;
  readonly #held: Held;
  /** From the block's top (or the end that was taken) to the pointer. */
  readonly #grip: number;
  #at: Point;

  private constructor(driver: WebDriver, held: Held, at: Point, grip: number) {
    this.#driver = driver;
    this.#held = held;
    this.#at = at;
    this.#grip = grip;
  }

  /** Presses the pointer on an element: near its top, or on one of its ends. */
  static async on(driver: WebDriver, element: WebElement, held: Held = {}): Promise<Gesture> {
    const box = await element.getRect();
    const inside = Math.min(10, box.height / 2);
    const offset = { top: 2, bottom: box.height - 2, none: inside }[held.edge ?? 'none'];
    const at = { x: box.x + Math.min(box.width / 2, 60), y: box.y + offset };
    // A card of the tray has no hours: what is under the pointer is where it starts.
    const waits = (await element.getAttribute('data-start')) === null;
    const grip = waits ? 1 : held.edge === 'bottom' ? offset - box.height : offset;
    const gesture = new Gesture(driver, held, at, grip);
    const actions = driver.actions({ async: true });
    if (held.modifier) actions.keyDown(MODIFIERS[held.modifier]);
    await actions
      .move({ ...rounded(at), origin: Origin.VIEWPORT, duration: 0 })
      .press()
      .perform();
    return gesture;
  }

  /** Presses the pointer where nothing stands. */
  static async at(driver: WebDriver, point: Point): Promise<Gesture> {
    const gesture = new Gesture(driver, {}, point, 0);
    const actions = driver.actions({ async: true });
    await actions
      .move({ ...rounded(point), origin: Origin.VIEWPORT, duration: 0 })
      .press()
      .perform();
    return gesture;
  }

  /** Carries it to a slot (where its taken end shall be), without letting go. */
  async over(slot: Slot, steps = STEPS): Promise<void> {
    const point = await slotPoint(this.#driver, slot);
    await this.to({ x: point.x, y: point.y + this.#grip }, steps);
  }

  /** Carries it to a point of the window, without letting go. */
  async to(point: Point, steps = STEPS): Promise<void> {
    const actions = this.#driver.actions({ async: true });
    for (let step = 1; step <= steps; step += 1) {
      const x = this.#at.x + ((point.x - this.#at.x) * step) / steps;
      const y = this.#at.y + ((point.y - this.#at.y) * step) / steps;
      actions.move({ ...rounded({ x, y }), origin: Origin.VIEWPORT, duration: STEP });
    }
    await actions.perform();
    this.#at = point;
  }

  /** Waits until the page's verdict on the place under the pointer is this. */
  async settles(verdict: 'free' | 'tight' | 'refused'): Promise<void> {
    await until(`the verdict is ${verdict}`, async () => {
      const said = await this.#driver.executeScript<string>(
        `return document.querySelector('[data-verdict]')?.dataset.verdict ?? ''`,
      );
      return said === verdict;
    });
  }

  /** Moves as little as a hand does that means to click. */
  async tremble(): Promise<void> {
    const { x, y } = this.#at;
    await this.to({ x: x + 2, y: y + 1 });
    await this.to({ x, y });
  }

  /** Lets go. */
  async drop(): Promise<void> {
    await this.#driver.actions({ async: true }).release().perform();
    // Afterwards, not in the same tick: the key could come up before the pointer, and it would be another drop.
    const { modifier } = this.#held;
    if (modifier) await this.#driver.actions({ async: true }).keyUp(MODIFIERS[modifier]).perform();
  }
}

function rounded(point: Point): Point {
  return { x: Math.round(point.x), y: Math.round(point.y) };
}
