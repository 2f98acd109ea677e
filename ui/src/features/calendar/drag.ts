/**
 * The gesture machine: what a hand does over the calendar, as a pure reducer.
 *
 *     idle ── press ──▶ pressed ── 4 px ──▶ moving ── release ──▶ idle + drop
 *       │                  │ release            │ abandon ──▶ idle + home
 *       │                  ▼                    │
 *       │               idle + open             │
 *       └── take (keyboard, "Déplacer…") ───────┘
 *
 * A finger takes after it has rested for {@link TOUCH_HOLD}; until then its 4 px scroll the page.
 * Events in, a new state and effects out. It reads a {@link Scene} and writes nothing: `moving.svelte.ts` listens,
 * measures, and does the effects.
 */
import type { Target } from '../../ipc/bindings.gen';
import { aim, targetOf, type Held, type Place } from '../../intents/reschedule';
import { edgeAt, sameEdge, HOLD_MS, type Edge } from './edges';
import { columnAt, hoursOf, locate, offeredAt, placeInHours, type Point, type Scene } from './grid';
import { pushed, type Push } from './keys';

/** Pixels a hand moves before it drags: a click with a tremor stays a click. */
export const THRESHOLD = 4;
/** How long a finger rests on a block before it has it in hand, in milliseconds: until then it scrolls the page. */
export const TOUCH_HOLD = 400;
/** Snap, in minutes. */
export const STEP = 15;
/** Snap with `Alt`, in minutes. */
export const FINE_STEP = 5;

/** Keys held beside the gesture. */
export interface Modifiers {
  /** `Alt`: snaps to 5 minutes. */
  fine: boolean;
  /** `Ctrl`: leaves the original and puts a copy. */
  copy: boolean;
}

/** A button is down and has not moved enough. */
export interface Pressed extends Modifiers {
  phase: 'pressed';
  held: Held;
  pointer: number;
  origin: Point;
  /** For a finger: when it went down, in milliseconds; it holds before it takes. `null` for what has buttons. */
  resting: number | null;
}

/** Something is in the hand. */
export interface Moving extends Modifiers {
  phase: 'moving';
  /** A drag, arrow keys, or "Déplacer…" and a click. */
  by: 'pointer' | 'keys' | 'clicks';
  held: Held;
  pointer: number | null;
  point: Point | null;
  place: Place | null;
  target: Target | null;
  edge: Edge | null;
  /** Time of the last tick, in milliseconds. */
  ticked: number | null;
}

export type Gesture = { phase: 'idle' } | Pressed | Moving;

export type GestureEvent =
  | ({ type: 'press'; held: Held; at: Point; pointer: number; resting?: number } & Modifiers)
  | ({ type: 'point'; at: Point; pointer: number; time: number } & Modifiers)
  | { type: 'release'; at: Point; pointer: number }
  | ({ type: 'modifiers' } & Modifiers)
  /** `Échap`, focus loss, pointercancel: all the same. */
  | { type: 'abandon' }
  /** Takes something in hand without a pressed button. */
  | { type: 'take'; by: 'keys' | 'clicks'; held: Held; target: Target }
  | { type: 'push'; push: Push }
  | { type: 'settle'; copy: boolean }
  /** The second click of "Déplacer…". */
  | ({ type: 'click'; at: Point } & Modifiers)
  /** The page scrolled or turned under the hand. */
  | { type: 'scene' }
  | { type: 'tick'; time: number };

export type Effect =
  /** A click, not a drag. */
  | { type: 'open'; held: Held }
  /** The hand lets go over a place. */
  | { type: 'drop'; held: Held; target: Target; copy: boolean; by: Moving['by'] }
  /** Nothing happened: everything is as it was. */
  | { type: 'home'; held: Held; by: Moving['by'] }
  | { type: 'turn'; what: 'view' | 'mini'; by: -1 | 1 }
  /** Pixels to scroll the hours by. */
  | { type: 'scroll'; by: number };

export interface Step {
  gesture: Gesture;
  effects: Effect[];
}

const IDLE: Gesture = { phase: 'idle' };

/** One event further. The scene is what is on screen now. */
export function step(gesture: Gesture, event: GestureEvent, scene: Scene): Step {
  switch (gesture.phase) {
    case 'idle':
      return fromIdle(event);
    case 'pressed':
      return fromPressed(gesture, event, scene);
    case 'moving':
      return fromMoving(gesture, event, scene);
  }
}

function fromIdle(event: GestureEvent): Step {
  if (event.type === 'press') {
    const { held, at, pointer, fine, copy, resting = null } = event;
    return only({ phase: 'pressed', held, pointer, origin: at, resting, fine, copy });
  }
  if (event.type === 'take') {
    const target = event.by === 'keys' ? event.target : null;
    return only({ ...inHand(event.held, event.by), place: null, target, point: null, pointer: null });
  }
  return only(IDLE);
}

function fromPressed(gesture: Pressed, event: GestureEvent, scene: Scene): Step {
  switch (event.type) {
    case 'point': {
      if (event.pointer !== gesture.pointer) return only(gesture);
      const { origin, held, pointer } = gesture;
      if (Math.hypot(event.at.x - origin.x, event.at.y - origin.y) < THRESHOLD) return only(gesture);
      // A finger that goes before it has rested scrolls.
      if (gesture.resting !== null) return only(IDLE);
      const { fine, copy } = event;
      return only(reaim({ ...inHand(held, 'pointer'), pointer, point: event.at, fine, copy }, scene, event.time));
    }
    case 'tick': {
      const { origin, held, pointer, resting, fine, copy } = gesture;
      if (resting === null || event.time - resting < TOUCH_HOLD) return only(gesture);
      return only(reaim({ ...inHand(held, 'pointer'), pointer, point: origin, fine, copy }, scene, event.time));
    }
    case 'release':
      if (event.pointer !== gesture.pointer) return only(gesture);
      return { gesture: IDLE, effects: [{ type: 'open', held: gesture.held }] };
    case 'abandon':
      return only(IDLE);
    default:
      return only(gesture);
  }
}

function fromMoving(gesture: Moving, event: GestureEvent, scene: Scene): Step {
  switch (event.type) {
    case 'point': {
      if (gesture.by === 'keys' || (gesture.pointer !== null && event.pointer !== gesture.pointer))
        return only(gesture);
      return only(reaim({ ...gesture, point: event.at, fine: event.fine, copy: event.copy }, scene, event.time));
    }
    case 'release':
      if (gesture.by !== 'pointer' || event.pointer !== gesture.pointer) return only(gesture);
      return letGo(reaim({ ...gesture, point: event.at }, scene, 0));
    case 'click':
      if (gesture.by !== 'clicks') return only(gesture);
      return letGo(reaim({ ...gesture, point: event.at, fine: event.fine, copy: event.copy }, scene, 0));
    case 'settle':
      if (gesture.by !== 'keys') return only(gesture);
      return letGo({ ...gesture, copy: event.copy });
    case 'push': {
      if (gesture.by !== 'keys') return only(gesture);
      return only({ ...gesture, target: pushed(gesture.target, event.push, gesture.held.block) });
    }
    case 'modifiers': {
      if (gesture.by === 'keys' || (gesture.fine === event.fine && gesture.copy === event.copy)) return only(gesture);
      return only(reaim({ ...gesture, fine: event.fine, copy: event.copy }, scene, null));
    }
    case 'scene':
      return only(gesture.by === 'keys' ? gesture : reaim(gesture, scene, null));
    case 'tick':
      return ticked(gesture, event.time);
    case 'abandon':
      return { gesture: IDLE, effects: [{ type: 'home', held: gesture.held, by: gesture.by }] };
    case 'press':
    case 'take':
      return only(gesture);
  }
}

/** Where the hand is now, what it aims at, and which edge it stands on; `time` is null when only the page moved. */
function reaim(gesture: Moving, scene: Scene, time: number | null): Moving {
  const { held, point, by } = gesture;
  if (!point) return gesture;
  const place = placeOf(held, point, scene);
  const snap = gesture.fine ? FINE_STEP : STEP;
  let target = aim(held, place, snap);
  if (by === 'clicks' && place?.type === 'hours' && target?.type === 'timed') {
    // A click means the step it falls in, not the nearest one.
    target = aim(held, { ...place, minute: Math.floor(place.minute / snap) * snap }, snap);
  }
  if (time === null) return { ...gesture, place, target };
  const edge = by === 'pointer' ? edgeAt(scene, point, held.grip === 'move' || held.grip === 'tail', time) : null;
  const kept = sameEdge(edge, gesture.edge);
  const since = kept && gesture.edge ? gesture.edge.since : time;
  return { ...gesture, place, target, edge: edge && { ...edge, since }, ticked: kept ? gesture.ticked : time };
}

/** Moving and a pulled tail read what is under the hand; resizing and drawing hold on to where they began. */
function placeOf(held: Held, point: Point, scene: Scene): Place | null {
  if (held.grip === 'move') {
    const offered = offeredAt(scene, point);
    return offered ? { type: 'spot', target: offered } : locate(scene, point);
  }
  if (held.grip === 'tail') return locate(scene, point);
  if (held.from.type === 'hours') {
    const zone = hoursOf(scene);
    return zone && placeInHours(zone, point);
  }
  if (held.from.type === 'lane') {
    const zone = scene.zones.find((candidate) => candidate.type === 'lane');
    const column = zone?.type === 'lane' ? columnAt(zone.columns, point.x) : null;
    return column && { type: 'lane', date: column.date };
  }
  return locate(scene, point);
}

function letGo(gesture: Moving): Step {
  const { held, target, by } = gesture;
  const copy = gesture.copy && held.block !== null && held.grip === 'move';
  const effect: Effect = target ? { type: 'drop', held, target, copy, by } : { type: 'home', held, by };
  return { gesture: IDLE, effects: [effect] };
}

function ticked(gesture: Moving, time: number): Step {
  const { edge } = gesture;
  if (!edge) return only(gesture);
  const elapsed = Math.min(time - (gesture.ticked ?? time), 100);
  const next: Moving = { ...gesture, ticked: time };
  if (edge.type === 'scroll') {
    const by = (edge.speed * elapsed) / 1000;
    return { gesture: next, effects: by === 0 ? [] : [{ type: 'scroll', by }] };
  }
  if (time - edge.since < HOLD_MS) return only(next);
  return {
    gesture: { ...next, edge: { ...edge, since: time } },
    effects: [{ type: 'turn', what: edge.what, by: edge.by }],
  };
}

function inHand(held: Held, by: Moving['by']): Moving {
  return {
    phase: 'moving',
    by,
    held,
    pointer: null,
    point: null,
    place: null,
    // A tail aims at nothing until it is over a day.
    target: held.block && held.grip !== 'tail' ? targetOf(held.block) : null,
    edge: null,
    ticked: null,
    fine: false,
    copy: false,
  };
}

function only(gesture: Gesture): Step {
  return { gesture, effects: [] };
}
