/** Takes the picture of what is on screen that gestures are read against. The only file here that asks the DOM where
 * things are; the handles it looks for are the ones tests use too. */
import type { CalendarDay, Nearby } from '../../ipc/bindings.gen';
import { openingOf } from '../../state/weeks';
import type { Column, Point, Rect, Scene, Zone } from './grid';

/** Where things are now. */
export function measure(days: CalendarDay[], offered: Nearby[]): Scene {
  return {
    zones: [...turns(), ...tray(), ...mini(), ...lane(), ...hours(), ...month(), ...agenda()],
    opening: (date) => openingOf(days, date),
    offered: offered.map(({ to }) => to),
  };
}

/** An element's rectangle. */
export function rectOfElement(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}

/** The element that scrolls the hours, the agenda or nothing. */
export function scrollerOf(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-scroller]');
}

/** Where a block stands on screen; the first of its parts. */
export function elementOf(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}

/** Where a block's tail begins; `null` when it is not on screen. */
export function tailOf(key: string): Point | null {
  const parts = document.querySelectorAll<HTMLElement>(`[data-grid] [data-key="${CSS.escape(key)}"]`);
  const part = parts[parts.length - 1];
  if (!part) return null;
  const { right, bottom } = part.getBoundingClientRect();
  return { x: right - 4, y: bottom - 4 };
}

function hours(): Zone[] {
  const grid = document.querySelector<HTMLElement>('[data-grid="time"]');
  const scroller = grid?.closest<HTMLElement>('[data-scroller]');
  if (!grid || !scroller) return [];
  const rect = rectOfElement(scroller);
  return [
    {
      type: 'hours',
      // Without the scroll bar: nobody drops there.
      rect: { ...rect, width: scroller.clientWidth },
      columns: columns(grid, '[data-date]', 'date'),
      zero: rectOfElement(grid).top,
      pxPerMinute: 1 / Number(grid.dataset.minutesPerPx),
    },
  ];
}

function lane(): Zone[] {
  const element = document.querySelector<HTMLElement>('[data-lane]');
  return element
    ? [{ type: 'lane', rect: rectOfElement(element), columns: columns(element, '[data-day]', 'day') }]
    : [];
}

function month(): Zone[] {
  return cells('[data-month]', '[data-date]', 'date', 'month');
}

function agenda(): Zone[] {
  return cells('[data-agenda]', '[data-date]', 'date', 'agenda');
}

function mini(): Zone[] {
  return cells('[data-mini]', '[data-mini-day]', 'miniDay', 'mini');
}

function tray(): Zone[] {
  return all('[data-tray]').map((element) => ({ type: 'tray', rect: rectOfElement(element) }));
}

function turns(): Zone[] {
  return all('[data-mini] [data-turn]').map((element) => ({
    type: 'turn',
    what: 'mini',
    by: element.dataset.turn === 'previous' ? -1 : 1,
    rect: rectOfElement(element),
  }));
}

function cells(zone: string, cell: string, handle: string, look: 'month' | 'mini' | 'agenda'): Zone[] {
  return all(zone).map((element) => ({
    type: 'days',
    look,
    rect: rectOfElement(element),
    cells: [...element.querySelectorAll<HTMLElement>(cell)].map((day) => ({
      date: day.dataset[handle]!,
      rect: rectOfElement(day),
    })),
  }));
}

function columns(element: HTMLElement, day: string, handle: string): Column[] {
  return [...element.querySelectorAll<HTMLElement>(day)].map((column) => {
    const { left, width } = rectOfElement(column);
    return { date: column.dataset[handle]!, left, width };
  });
}

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}
