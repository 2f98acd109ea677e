/**
 * How blocks share a day: side by side where they overlap, as wide as the others leave them.
 *
 * Pure and stable: the same blocks come out at the same places whatever order they come in.
 */
import type { Block } from '../../ipc/bindings.gen';
import { isAir } from '../../intents/purposes';
import { DAY, dayNumber, minutesOf, type IsoDate } from '../../intents/wall';

/** One day's part of a block with hours. */
export interface Segment {
  block: Block;
  /** First minute of the day. */
  from: number;
  /** First minute of the day it does not take any more. */
  until: number;
  /** It began on a day before. */
  continued: boolean;
  /** It goes on the day after. */
  continues: boolean;
}

/** A segment and the part of the column's width it gets, from 0 to 1. */
export interface Placed extends Segment {
  left: number;
  width: number;
  /** How many share the row, so that a narrow block can choose a narrow face. */
  sharers: number;
  /** What was called off stands as an edge of the air it left, and the air beside that edge, in one lane for both. */
  part?: 'edge' | 'beside';
}

/** Whether a block is drawn in the lane of whole days: those, and what lasts a day or more. */
export function inLane(block: Block): boolean {
  const { slot } = block;
  return slot !== null && (slot.allDay || minutesOf(slot.end) - minutesOf(slot.start) >= DAY);
}

/** The parts of blocks that fall on a day, by start. */
export function segmentsOf(blocks: Block[], date: IsoDate): Segment[] {
  const day = dayNumber(date) * DAY;
  const segments: Segment[] = [];
  for (const block of blocks) {
    if (!block.slot || inLane(block)) continue;
    const start = minutesOf(block.slot.start) - day;
    // A span that ends before it starts on the wall is one that crosses the clocks going back.
    const end = Math.max(minutesOf(block.slot.end) - day, start + 1);
    if (start >= DAY || end <= 0) continue;
    segments.push({
      block,
      from: Math.max(start, 0),
      until: Math.min(end, DAY),
      continued: start < 0,
      continues: end > DAY,
    });
  }
  return segments.sort(bySegment);
}

/**
 * Gives each segment its share of the width. No two that overlap share any of it.
 *
 * `least` is the number of minutes a block takes on screen at the least: short blocks are drawn taller than they
 * last, and may not cover each other for it.
 */
export function layOut(segments: Segment[], least: number): Placed[] {
  const edges = edgesOf(segments);
  const alone = new Set(edges.values());
  const placed = inLanes(
    segments.filter((segment) => !alone.has(segment)),
    least,
  );
  return placed.flatMap((it) => {
    const edge = edges.get(it.block.key);
    if (!edge) return [it];
    const { left, width, sharers } = it;
    return [
      { ...edge, left, width, sharers, part: 'edge' as const },
      { ...it, part: 'beside' as const },
    ];
  });
}

/** What was called off and needs no lane of its own, by the key of the air that came where it stood: one for each. */
function edgesOf(segments: Segment[]): Map<string, Segment> {
  const edges = new Map<string, Segment>();
  const sorted = [...segments].sort(bySegment);
  const air = sorted.filter(({ block }) => isAir(block));
  for (const off of sorted) {
    if (off.block.state !== 'cancelled' || isAir(off.block)) continue;
    const left = air.find(
      ({ block, from, until }) => from === off.from && until === off.until && !edges.has(block.key),
    );
    if (left) edges.set(left.block.key, off);
  }
  return edges;
}

function inLanes(segments: Segment[], least: number): Placed[] {
  const sorted = [...segments].sort(bySegment);
  const placed: Placed[] = [];
  let cluster: Segment[] = [];
  let reach = -1;
  for (const segment of sorted) {
    if (cluster.length > 0 && segment.from >= reach) {
      placed.push(...spread(cluster, least));
      cluster = [];
      reach = -1;
    }
    cluster.push(segment);
    reach = Math.max(reach, seenUntil(segment, least));
  }
  placed.push(...spread(cluster, least));
  return placed;
}

/** Columns for blocks that hang together through overlaps. */
function spread(cluster: Segment[], least: number): Placed[] {
  const columns: Segment[][] = [];
  const columnOf = new Map<Segment, number>();
  for (const segment of cluster) {
    let index = columns.findIndex((column) => seenUntil(column[column.length - 1], least) <= segment.from);
    if (index < 0) index = columns.push([]) - 1;
    columns[index].push(segment);
    columnOf.set(segment, index);
  }
  const count = columns.length;
  return cluster.map((segment) => {
    const column = columnOf.get(segment)!;
    let free = column + 1;
    while (free < count && !columns[free].some((other) => overlap(segment, other, least))) free += 1;
    return { ...segment, left: column / count, width: (free - column) / count, sharers: count };
  });
}

/** Whether two segments would cover each other on screen. */
export function overlap(a: Segment, b: Segment, least: number): boolean {
  return a.from < seenUntil(b, least) && b.from < seenUntil(a, least);
}

function seenUntil(segment: Segment, least: number): number {
  return Math.max(segment.until, segment.from + least);
}

function bySegment(a: Segment, b: Segment): number {
  return a.from - b.from || b.until - a.until || order(a.block.key, b.block.key);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
