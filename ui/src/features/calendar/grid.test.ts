import { describe, expect, it } from 'vitest';
import type { Target } from '../../ipc/bindings.gen';
import { screen } from './gestures';
import { CELL_HEAD, SLIVER, columnAt, hoursOf, locate, minuteAt, rectOf, type Scene } from './grid';

const timed = (start: string, minutes: number): Target => ({ type: 'timed', start, minutes });

describe('pixels and minutes', () => {
  const scene = screen();
  const zone = hoursOf(scene)!;

  it('go one into the other, scrolled or not', () => {
    expect(minuteAt(zone, 100), '8:00 is at the top').toBe(480);
    expect(minuteAt({ ...zone, pxPerMinute: 0.5, zero: 100 }, 160)).toBe(120);
    expect(minuteAt(zone, -9999), 'a day has a first minute').toBe(0);
    expect(minuteAt(zone, 9999), 'and a last').toBe(1440);
  });

  it('find the day under the hand, and beside the days the nearest', () => {
    expect(columnAt(zone.columns, 100)?.date).toBe('2026-11-23');
    expect(columnAt(zone.columns, 10)?.date, 'over the names of the hours').toBe('2026-11-23');
    expect(columnAt(zone.columns, 5000)?.date).toBe('2026-11-27');
    expect(columnAt([], 10)).toBeNull();
  });

  it('tell which place the hand is over', () => {
    expect(locate(scene, { x: 100, y: 160 })).toEqual({ type: 'hours', date: '2026-11-23', minute: 540 });
    expect(locate(scene, { x: 300, y: 80 })).toEqual({ type: 'lane', date: '2026-11-24' });
    expect(locate(scene, { x: 1100, y: 80 })).toEqual({ type: 'tray' });
    expect(locate(scene, { x: -190, y: 40 })).toEqual({ type: 'day', date: '2026-12-07', opening: 540 });
    expect(locate(scene, { x: -190, y: 5 }), 'the name of the month is no day').toBeNull();
    expect(locate(scene, { x: 400, y: 10 }), 'nor is the title bar').toBeNull();
  });
});

describe('where a target is drawn', () => {
  it('is its slot, as much of it as can be seen', () => {
    const scene = screen();
    expect(rectOf(scene, timed('2026-11-24T09:00', 60))).toEqual({ left: 240, top: 160, width: 190, height: 60 });
    expect(rectOf(scene, timed('2026-11-24T07:30', 60)), 'its first half is scrolled away').toMatchObject({
      top: 100,
      height: 30,
    });
    expect(rectOf(scene, timed('2026-11-24T05:00', 60)), 'all of it is: a sliver stays at the edge').toMatchObject({
      top: 100,
      height: SLIVER,
    });
    expect(rectOf(scene, timed('2026-11-24T20:00', 60))).toMatchObject({ top: 700 - SLIVER, height: SLIVER });
    expect(rectOf(scene, timed('2026-12-24T09:00', 60)), 'another week').toBeNull();
    expect(rectOf(scene, { type: 'tray' })).toBeNull();
  });

  it('is the days it covers in the lane, those that are shown', () => {
    const scene = screen();
    expect(rectOf(scene, { type: 'allDay', first: '2026-11-24', days: 2 })).toMatchObject({ left: 240, width: 380 });
    expect(rectOf(scene, { type: 'allDay', first: '2026-11-20', days: 4 })).toMatchObject({ left: 50, width: 190 });
    expect(rectOf(scene, { type: 'allDay', first: '2026-12-20', days: 4 })).toBeNull();
  });

  it('is one row of cells in a month', () => {
    const cell = (date: string, left: number, top: number) => ({ date, rect: { left, top, width: 100, height: 90 } });
    const scene: Scene = {
      ...screen(),
      zones: [
        {
          type: 'days',
          look: 'month',
          rect: { left: 0, top: 0, width: 200, height: 180 },
          cells: [cell('2026-11-28', 0, 0), cell('2026-11-29', 100, 0), cell('2026-11-30', 0, 90)],
        },
      ],
    };
    expect(rectOf(scene, timed('2026-11-29T23:30', 60))).toMatchObject({ left: 100, top: CELL_HEAD, width: 100 });
    expect(
      rectOf(scene, { type: 'allDay', first: '2026-11-28', days: 3 }),
      'what goes on in the next row',
    ).toMatchObject({
      left: 0,
      width: 200,
    });
  });
});
