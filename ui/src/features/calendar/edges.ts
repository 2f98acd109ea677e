/** Edges under a dragging hand: near the top and bottom the hours scroll, at the sides the page turns. Pure. */
import { zoneAt, type Point, type Scene, type Zone } from './grid';

/** What an edge does while the hand stays there. */
export type Edge =
  { type: 'scroll'; speed: number; since: number } | { type: 'turn'; what: 'view' | 'mini'; by: -1 | 1; since: number };

/** Width of the band at a side, in pixels. */
export const SIDE = 24;
/** Height of the band at the top and bottom, in pixels. */
export const BRINK = 36;
/** How long a hand stays at a side before the page turns, and turns again, in milliseconds. */
export const HOLD_MS = 600;
/** Fastest scroll, in pixels a second. */
export const SPEED = 900;

/** The edge under a point, begun at `time` (milliseconds, any origin); `sides` is false for what can't change pages. */
export function edgeAt(scene: Scene, point: Point, sides: boolean, time: number): Edge | null {
  const zone = zoneAt(scene, point);
  if (!zone) return null;
  if (zone.type === 'turn') return sides ? { type: 'turn', what: zone.what, by: zone.by, since: time } : null;
  const by = sides ? sideOf(zone, point) : 0;
  if (by !== 0) return { type: 'turn', what: 'view', by, since: time };
  const speed = speedIn(zone, point);
  return speed === 0 ? null : { type: 'scroll', speed, since: time };
}

/** The same edge goes on: it keeps the time it was entered. */
export function sameEdge(a: Edge | null, b: Edge | null): boolean {
  if (!a || !b || a.type !== b.type) return a === b;
  if (a.type === 'turn') return b.type === 'turn' && a.what === b.what && a.by === b.by;
  return b.type === 'scroll' && Math.sign(a.speed) === Math.sign(b.speed);
}

function sideOf(zone: Zone, point: Point): -1 | 0 | 1 {
  if (zone.type !== 'hours' && zone.type !== 'lane' && !(zone.type === 'days' && zone.look === 'month')) return 0;
  const { left, width } = zone.rect;
  // The gutter of hours (or of week numbers) is the left side: no day is lost to it.
  const firstDay = zone.type === 'days' ? (zone.cells[0]?.rect.left ?? left) : (zone.columns[0]?.left ?? left);
  if (point.x < Math.max(firstDay, left + SIDE / 2)) return -1;
  if (point.x >= left + width - SIDE) return 1;
  return 0;
}

function speedIn(zone: Zone, point: Point): number {
  if (zone.type !== 'hours' && !(zone.type === 'days' && zone.look === 'agenda')) return 0;
  const { top, height } = zone.rect;
  const above = top + BRINK - point.y;
  const below = point.y - (top + height - BRINK);
  const depth = Math.min(Math.max(above, below), BRINK);
  if (depth <= 0) return 0;
  return Math.sign(below - above) * SPEED * (depth / BRINK) ** 2;
}
