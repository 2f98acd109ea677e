// Where a day and a time are on the screen, from the handles the page offers.

import type { WebDriver } from 'selenium-webdriver';

/** A place in the window, in CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A place on the time grid: a day and a wall time of the calendar shown. */
export interface Slot {
  /** `2026-11-26` */
  date: string;
  /** `13:00` */
  time: string;
}

/** Brings a slot into view and says where it is: the middle of its column, the top of its line. */
export async function slotPoint(driver: WebDriver, slot: Slot): Promise<Point> {
  const found = await driver.executeScript<Point | string>(inPage, slot.date, minutes(slot.time));
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** `13:05` as minutes from midnight. */
function minutes(time: string): number {
  const [hours, rest] = time.split(':').map(Number);
  if (hours === undefined || rest === undefined) throw new Error(`${time} is no time`);
  return hours * 60 + rest;
}

/** Runs in the page, so it can lean on nothing outside itself. */
function inPage(date: string, minute: number): Point | string {
  const grid = document.querySelector<HTMLElement>('[data-grid="time"]');
  if (!grid) return 'the time grid is not shown';
  const column = grid.querySelector<HTMLElement>(`[data-date="${date}"]`);
  if (!column) return `the grid does not show ${date}`;
  const scale = Number(grid.dataset.minutesPerPx);
  if (!(scale > 0)) return 'the grid says no data-minutes-per-px';
  let scroller: HTMLElement | null = column;
  while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) {
    scroller = scroller.parentElement;
  }
  const lies = () => {
    const box = column.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + minute / scale };
  };
  const view = (scroller ?? document.documentElement).getBoundingClientRect();
  // Nearer to an edge, the page scrolls by itself under a hand that holds something.
  const BRINK = 48;
  const low = Math.min(view.bottom, window.innerHeight) - BRINK;
  const high = Math.max(view.top, 0) + BRINK;
  const at = lies();
  if (scroller && (at.y > low || at.y < high)) {
    scroller.scrollTop += at.y > low ? at.y - low : at.y - high;
  }
  return lies();
}
