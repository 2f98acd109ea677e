/**
 * Geometry of the calendar: pixels ⇄ minutes ⇄ days, on rectangles given in viewport pixels.
 *
 * A {@link Scene} is a picture of what is on screen, taken when a hand takes hold and again when the page scrolls or
 * turns. Everything here is pure; `measure.ts` takes the picture.
 */
import type { Target } from '../../ipc/bindings.gen';
import type { Place } from '../../intents/reschedule';
import { spanOf } from '../../intents/reschedule';
import { DAY, dateIn, daysBetween, minuteIn, minutesOf, type IsoDate } from '../../intents/wall';

/** A point of the viewport, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle of the viewport, in pixels. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One day's width. */
export interface Column {
  date: IsoDate;
  left: number;
  width: number;
}

/** The part of the window where hours are drawn; `rect` is what is visible of it. */
export interface HoursZone {
  type: 'hours';
  rect: Rect;
  columns: Column[];
  /** Where minute 0 of the day is, even when scrolled out of sight. */
  zero: number;
  pxPerMinute: number;
}

/** The lane of whole days above the hours. */
export interface LaneZone {
  type: 'lane';
  rect: Rect;
  columns: Column[];
}

/** Days as cells: month, mini-month, agenda. */
export interface DaysZone {
  type: 'days';
  /** `mini` keeps its own look: the ghost stays with the pointer and the cell lights up. */
  look: 'month' | 'mini' | 'agenda';
  rect: Rect;
  cells: { date: IsoDate; rect: Rect }[];
}

/** The tray of what waits for a slot. */
export interface TrayZone {
  type: 'tray';
  rect: Rect;
}

/** Held over, it turns a page: the mini-month's arrows. */
export interface TurnZone {
  type: 'turn';
  rect: Rect;
  /** What turns: the view itself or the mini-month. */
  what: 'view' | 'mini';
  by: -1 | 1;
}

export type Zone = HoursZone | LaneZone | DaysZone | TrayZone | TurnZone;

/** What is on screen. */
export interface Scene {
  /** The first that holds the point wins. */
  zones: Zone[];
  /** First working minute of a day, for what has no hour of its own. */
  opening: (date: IsoDate) => number;
  /** Free places offered near a refused one; the hand that enters one gets exactly it. */
  offered: Target[];
}

/** Minute of the day at a height; exact, not snapped, kept within the day. */
export function minuteAt(zone: HoursZone, y: number): number {
  return Math.min(Math.max((y - zone.zero) / zone.pxPerMinute, 0), DAY);
}

/** Height of a minute of the day. */
export function heightAt(zone: HoursZone, minute: number): number {
  return zone.zero + minute * zone.pxPerMinute;
}

/** The column under `x`; beside the columns, the nearest one. */
export function columnAt(columns: Column[], x: number): Column | null {
  let nearest: Column | null = null;
  let distance = Infinity;
  for (const column of columns) {
    const away = Math.max(column.left - x, x - column.left - column.width, 0);
    if (away < distance) {
      nearest = column;
      distance = away;
    }
  }
  return nearest;
}

/** Whether a point is in a rectangle. */
export function within(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.left && point.x < rect.left + rect.width && point.y >= rect.top && point.y < rect.top + rect.height
  );
}

/** The zone under a point. */
export function zoneAt(scene: Scene, point: Point): Zone | null {
  return scene.zones.find((zone) => within(zone.rect, point)) ?? null;
}

/** Where on the calendar a point is; `null` beside it. */
export function locate(scene: Scene, point: Point): Place | null {
  const zone = zoneAt(scene, point);
  if (!zone) return null;
  switch (zone.type) {
    case 'hours':
      return placeInHours(zone, point);
    case 'lane': {
      const column = columnAt(zone.columns, point.x);
      return column && { type: 'lane', date: column.date };
    }
    case 'days': {
      const cell = zone.cells.find(({ rect }) => within(rect, point));
      return cell ? { type: 'day', date: cell.date, opening: scene.opening(cell.date) } : null;
    }
    case 'tray':
      return { type: 'tray' };
    case 'turn':
      return null;
  }
}

/** The hours under a point, even beside the zone: resizing and drawing hold on to their column. */
export function placeInHours(zone: HoursZone, point: Point): Place | null {
  const column = columnAt(zone.columns, point.x);
  return column && { type: 'hours', date: column.date, minute: minuteAt(zone, point.y) };
}

/** The hours zone of a scene. */
export function hoursOf(scene: Scene): HoursZone | null {
  return (scene.zones.find((zone) => zone.type === 'hours') as HoursZone | undefined) ?? null;
}

/** The offered place under a point. */
export function offeredAt(scene: Scene, point: Point): Target | null {
  const zone = hoursOf(scene);
  if (!zone || !within(zone.rect, point)) return null;
  return (
    scene.offered.find((target) => {
      const rect = rectInHours(zone, target);
      return rect !== null && within(rect, point);
    }) ?? null
  );
}

/** Where a target is drawn, as much of it as can be seen; `null` when it is not on screen. */
export function rectOf(scene: Scene, target: Target): Rect | null {
  if (target.type === 'tray') return null;
  for (const zone of scene.zones) {
    let rect: Rect | null = null;
    if (zone.type === 'hours') rect = rectInHours(zone, target);
    else if (zone.type === 'lane') rect = rectInLane(zone, target);
    else if (zone.type === 'days' && zone.look === 'month') rect = rectInCells(zone, target);
    if (rect) return rect;
  }
  return null;
}

function rectInHours(zone: HoursZone, target: Target): Rect | null {
  if (target.type !== 'timed') return null;
  const column = zone.columns.find(({ date }) => date === dateIn(target.start));
  if (!column) return null;
  const start = minuteIn(target.start);
  const top = Math.max(heightAt(zone, start), zone.rect.top);
  const bottom = Math.min(heightAt(zone, Math.min(start + target.minutes, DAY)), zone.rect.top + zone.rect.height);
  // Scrolled out of sight, a sliver stays at the edge so that the hand is never empty.
  const height = Math.max(bottom - top, SLIVER);
  return {
    left: column.left,
    top: Math.min(top, zone.rect.top + zone.rect.height - height),
    width: column.width,
    height,
  };
}

function rectInLane(zone: LaneZone, target: Target): Rect | null {
  if (target.type !== 'allDay') return null;
  const covered = zone.columns.filter(({ date }) => {
    const day = daysBetween(target.first, date);
    return day >= 0 && day < target.days;
  });
  if (covered.length === 0) return null;
  const last = covered[covered.length - 1];
  const height = Math.min(zone.rect.height, LANE_ROW);
  return {
    left: covered[0].left,
    top: zone.rect.top + zone.rect.height - height,
    width: last.left + last.width - covered[0].left,
    height,
  };
}

function rectInCells(zone: DaysZone, target: Target): Rect | null {
  const span = spanOf(target);
  if (!span) return null;
  const first = dateIn(span.start);
  const until = Math.ceil(minutesOf(span.end) / DAY) * DAY;
  const days = Math.max(1, Math.round((until - minutesOf(`${first}T00:00`)) / DAY));
  const cells = zone.cells.filter(({ date }) => {
    const day = daysBetween(first, date);
    return day >= 0 && day < days;
  });
  if (cells.length === 0) return null;
  const row = cells.filter(({ rect }) => Math.abs(rect.top - cells[0].rect.top) < 1);
  const last = row[row.length - 1].rect;
  const { left, top, height } = row[0].rect;
  return { left, top: top + Math.min(CELL_HEAD, height / 2), width: last.left + last.width - left, height: CELL_ROW };
}

/** Height left of a ghost whose place is scrolled out of sight. */
export const SLIVER = 10;
/** Height of a row of the lane, with its gap. */
export const LANE_ROW = 26;
/** Height of a month cell's number. */
export const CELL_HEAD = 30;
/** Height of a month cell's row, with its gap. */
export const CELL_ROW = 24;
