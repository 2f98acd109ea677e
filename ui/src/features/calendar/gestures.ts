/** For tests: a hand over a known screen, so that a test reads as a gesture. */
import type { Block } from '../../ipc/bindings.gen';
import type { Grip, Held, Place } from '../../intents/reschedule';
import { addDays, minuteIn, dateIn } from '../../intents/wall';
import { step, type Effect, type Gesture, type GestureEvent, type Modifiers } from './drag';
import { heightAt, type HoursZone, type Point, type Scene } from './grid';

const MONDAY = '2026-11-23';

/**
 * A work week at 1000×600: a gutter of 50 px, five columns of 190 px, 1 px a minute, 8:00 at the top; a lane of 30 px
 * above, a tray to the right, a mini-month to the left.
 */
export function screen(monday = MONDAY): Scene {
  const columns = Array.from({ length: 5 }, (_, n) => ({ date: addDays(monday, n), left: 50 + n * 190, width: 190 }));
  return {
    zones: [
      { type: 'tray', rect: { left: 1000, top: 0, width: 200, height: 700 } },
      {
        type: 'days',
        look: 'mini',
        rect: { left: -200, top: 0, width: 200, height: 200 },
        cells: Array.from({ length: 7 }, (_, n) => ({
          date: addDays('2026-12-07', n),
          rect: { left: -200 + n * 28, top: 30, width: 28, height: 28 },
        })),
      },
      { type: 'turn', what: 'mini', by: 1, rect: { left: -30, top: 300, width: 24, height: 24 } },
      { type: 'lane', rect: { left: 0, top: 70, width: 1000, height: 30 }, columns },
      {
        type: 'hours',
        rect: { left: 0, top: 100, width: 1000, height: 600 },
        columns,
        zero: 100 - 480,
        pxPerMinute: 1,
      },
    ],
    opening: () => 540,
    offered: [],
  };
}

/** One hand. Every gesture is a method; what came of it is in `effects`. */
export class Hand {
  gesture: Gesture = { phase: 'idle' };
  effects: Effect[] = [];
  scene: Scene;
  private at: Point = { x: 0, y: 0 };
  private time = 1000;
  private held: Modifiers = { fine: false, copy: false };

  constructor(scene: Scene = screen()) {
    this.scene = scene;
  }

  /** The point of a wall time on screen, in the middle of its column. */
  point(wall: string): Point {
    const zone = this.scene.zones.find((it): it is HoursZone => it.type === 'hours')!;
    const column = zone.columns.find(({ date }) => date === dateIn(wall))!;
    return { x: column.left + column.width / 2, y: heightAt(zone, minuteIn(wall)) };
  }

  press(block: Block | null, wall: string, grip: Grip = block ? 'move' : 'create'): this {
    const from: Place = { type: 'hours', date: dateIn(wall), minute: minuteIn(wall) };
    return this.pressAt({ block, grip, from }, this.point(wall));
  }

  pressAt(held: Held, at: Point): this {
    this.at = at;
    return this.send({ type: 'press', held, at, pointer: 1, ...this.held });
  }

  /** A finger goes down. */
  touch(block: Block, wall: string): this {
    const from: Place = { type: 'hours', date: dateIn(wall), minute: minuteIn(wall) };
    this.at = this.point(wall);
    const held: Held = { block, grip: 'move', from };
    return this.send({ type: 'press', held, at: this.at, pointer: 1, resting: this.time, ...this.held });
  }

  to(wall: string): this {
    return this.toPoint(this.point(wall));
  }

  toPoint(at: Point): this {
    this.at = at;
    return this.send({ type: 'point', at, pointer: 1, time: this.time, ...this.held });
  }

  by(x: number, y: number): this {
    return this.toPoint({ x: this.at.x + x, y: this.at.y + y });
  }

  /** Stays where it is for a while, a tick every 16 ms. */
  wait(ms: number): this {
    for (const end = this.time + ms; this.time < end;) {
      this.time += 16;
      this.send({ type: 'tick', time: this.time });
    }
    return this;
  }

  keys(keys: Partial<Modifiers>): this {
    this.held = { ...this.held, ...keys };
    return this.send({ type: 'modifiers', ...this.held });
  }

  release(): this {
    return this.send({ type: 'release', at: this.at, pointer: 1 });
  }

  send(event: GestureEvent): this {
    const { gesture, effects } = step(this.gesture, event, this.scene);
    this.gesture = gesture;
    this.effects.push(...effects);
    return this;
  }

  /** What it would drop on now. */
  get target() {
    return this.gesture.phase === 'moving' ? this.gesture.target : undefined;
  }

  get last(): Effect | undefined {
    return this.effects.at(-1);
  }
}
