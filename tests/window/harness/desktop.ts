// Another window beside Sentier's, and the screen's own pointer: what goes from one program to another.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { dragSource } from './house';
import type { Point } from './grid';
import { until } from './until';

/** The pointer's way between two windows, in steps a hand could make. */
const STEPS = 20;
const STEP = 25;

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

let offered: ChildProcess | undefined;

/** Opens a window that offers a file, or what a browser lets one drag out of a page, and says where one takes it. */
export async function offering(
  what: string,
  sort: 'file' | 'link' | 'picture' | 'markup' = 'file',
): Promise<Point> {
  // One at a time: they open at the same place.
  offered?.kill();
  await until('what was offered before is gone', () => middleOf('^Drag source$') === undefined);
  const child = spawn(dragSource(), [what, sort], { stdio: 'ignore' });
  offered = child;
  onTestFinished(() => void child.kill());
  let at: Point | undefined;
  await until('the window the file is dragged out of is there', () => {
    at = middleOf('^Drag source$');
    return at !== undefined;
  });
  return at!;
}

/** Takes what is at a point of the screen and carries it to another, without letting go. */
export async function carry(from: Point, to: Point): Promise<void> {
  pointer('mousemove', from);
  await pause(4 * STEP);
  xdotool(['mousedown', '1']);
  onTestFinished(() => void xdotool(['mouseup', '1']));
  for (let step = 1; step <= STEPS; step += 1) {
    await pause(STEP);
    pointer('mousemove', {
      x: Math.round(from.x + ((to.x - from.x) * step) / STEPS),
      y: Math.round(from.y + ((to.y - from.y) * step) / STEPS),
    });
  }
}

/** Lets go of it. */
export function letGo(): void {
  xdotool(['mouseup', '1']);
}

/** The middle of the window of that title, on the screen. */
function middleOf(title: string): Point | undefined {
  try {
    const [id] = xdotool(['search', '--onlyvisible', '--name', title]).split('\n');
    const said = xdotool(['getwindowgeometry', '--shell', id!]);
    const [x, y, width, height] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map((name) =>
      Number(new RegExp(`^${name}=(\\d+)`, 'm').exec(said)?.[1]),
    );
    return { x: Math.round(x! + width! / 2), y: Math.round(y! + height! / 2) };
  } catch {
    // There is none yet.
    return undefined;
  }
}

/** The process whose window has the keyboard. */
export function inFront(): number | undefined {
  try {
    return Number(xdotool(['getactivewindow', 'getwindowpid']));
  } catch {
    // None has.
    return undefined;
  }
}

/** Types on the screen's own keyboard: into whatever window has it. */
export function typeOnScreen(text: string): void {
  xdotool(['type', '--delay', '40', text]);
}

/** Presses a key of it, by the name X gives it: `Return`, `ctrl+l`. */
export function pressOnScreen(key: string): void {
  xdotool(['key', key]);
}

/** Presses a button of the screen's own pointer somewhere. */
export function pressAt(point: Point, button: 1 | 2 | 3): void {
  pointer('mousemove', point);
  xdotool(['click', String(button)]);
}

/** How many windows are on the screen, those the manager knows nothing of (menus) included. */
export function windowsSeen(): number {
  return xdotool(['search', '--onlyvisible', '--class', '.*']).split('\n').filter(Boolean).length;
}

function pointer(verb: string, { x, y }: Point): void {
  xdotool([verb, String(x), String(y)]);
}

function xdotool(args: string[]): string {
  return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
