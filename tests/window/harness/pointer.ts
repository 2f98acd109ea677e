// The screen's own pointer over the window: what a hand does, at a hand's pace. The driver's pointer comes through the
// driver, and what that costs would be counted as the page's.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { WebDriver } from 'selenium-webdriver';
import { onTestFinished } from 'vitest';
import type { Point } from './grid';
import { until } from './until';

/** How often a mouse says where it is, in milliseconds. */
const PACE = 8;

export class Pointer {
  readonly #corner: Point;
  #at: Point;

  private constructor(corner: Point, at: Point) {
    this.#corner = corner;
    this.#at = at;
  }

  /** The pointer, over the page. */
  static async over(driver: WebDriver): Promise<Pointer> {
    await driver.executeScript(watch);
    let corner: Point | null = null;
    await until('the pointer comes over the page', async () => {
      await xdotool(['mousemove', '700', '500', 'sleep', '0.05', 'mousemove', '702', '503']);
      corner = await driver.executeScript<Point | null>('return window.__corner ?? null');
      return corner !== null;
    });
    const pointer = new Pointer(corner!, { x: 0, y: 0 });
    onTestFinished(() => xdotool(['mouseup', '1']));
    return pointer;
  }

  /** There at once. */
  async jump(to: Point): Promise<void> {
    await xdotool(['mousemove', ...this.#screen(to)]);
    this.#at = to;
  }

  /** There in so many steps, as a mouse says them. */
  async glide(to: Point, steps: number): Promise<void> {
    const { x, y } = this.#at;
    const way = Array.from({ length: steps }, (_, n) => (n + 1) / steps).flatMap((part) => [
      'mousemove',
      ...this.#screen({ x: x + (to.x - x) * part, y: y + (to.y - y) * part }),
      'sleep',
      String(PACE / 1000),
    ]);
    await xdotool(way);
    this.#at = to;
  }

  async press(): Promise<void> {
    await xdotool(['mousedown', '1']);
  }

  async release(): Promise<void> {
    await xdotool(['mouseup', '1']);
  }

  /** Where a point of the page is on the screen. */
  onScreen({ x, y }: Point): Point {
    return { x: Math.round(this.#corner.x + x), y: Math.round(this.#corner.y + y) };
  }

  #screen(point: Point): [string, string] {
    const { x, y } = this.onScreen(point);
    return [String(x), String(y)];
  }
}

/** Runs in the page: where its corner is on the screen, as a move over it says. */
function watch(): void {
  const move = (event: PointerEvent) => {
    const corner = { x: event.screenX - event.clientX, y: event.screenY - event.clientY };
    Object.assign(window, { __corner: corner });
  };
  addEventListener('pointermove', move, { capture: true, once: true });
}

async function xdotool(args: string[]): Promise<void> {
  await promisify(execFile)('xdotool', args);
}
