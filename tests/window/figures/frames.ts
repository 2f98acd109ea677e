// Frames as the page sees them: the times at which it is asked for one.

import type { WebDriver } from 'selenium-webdriver';
import { type Bare, percentile, say } from './report';

/** A frame of a screen that shows sixty a second, and what a clock of whole milliseconds makes of it. */
const FRAME = 17.5;

/** Which way a box is scrolled. */
export type Way = 'down' | 'sideways';

/** Scrolls a box on by so much at each frame, and gives back how far apart the frames were. */
export async function scrolled(
  driver: WebDriver,
  selector: string,
  step: number,
  frames: number,
  way: Way = 'down',
): Promise<number[]> {
  const along = way === 'down' ? 'scrollTop' : 'scrollLeft';
  return apart(await driver.executeAsyncScript<number[]>(scroll, selector, step, frames, along));
}

/** How far apart the frames were while something was done. */
export async function during(driver: WebDriver, doing: () => Promise<void>): Promise<number[]> {
  await driver.executeScript(watch);
  await doing();
  return apart(await driver.executeScript<number[]>('return window.__frames.end()'));
}

/** Says how many frames were late, and how late; the goals are for what one does by hand. */
export function sayFrames(figure: string, times: number[], bare: Bare, goals = false): void {
  const late = (all: number[]) => (100 * all.filter((time) => time > FRAME).length) / all.length;
  const about = [
    [`frames later than ${FRAME} ms`, '%', late, 5],
    ['frame p50', 'ms', (all: number[]) => percentile(all, 0.5), undefined],
    ['frame p95', 'ms', (all: number[]) => percentile(all, 0.95), undefined],
    ['worst frame', 'ms', (all: number[]) => Math.max(...all), 50],
  ] as const;
  for (const [name, unit, of, most] of about) {
    say({
      figure: `${figure}: ${name}`,
      value: of(times),
      unit,
      baseline: bare.name,
      baseline_value: of(bare.values),
      ...(goals && most !== undefined ? { most } : {}),
    });
  }
}

function apart(times: number[]): number[] {
  return times.slice(1).map((time, n) => time - times[n]!);
}

/** Runs in the page, so it can lean on nothing outside itself. */
function scroll(
  selector: string,
  step: number,
  frames: number,
  along: 'scrollTop' | 'scrollLeft',
  done: (times: number[]) => void,
): void {
  const box = document.querySelector(selector)!;
  const times: number[] = [];
  const frame = () => {
    times.push(performance.now());
    if (times.length > frames) return done(times);
    box[along] += step;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page. */
function watch(): void {
  const times: number[] = [];
  let on = true;
  const frame = () => {
    times.push(performance.now());
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const end = () => {
    on = false;
    return times;
  };
  Object.assign(window, { __frames: { end } });
}
