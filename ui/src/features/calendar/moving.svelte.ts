/**
 * Listens to hands and does what the gesture machine answers. One gesture at a time, whatever it began with: a drag
 * (`press`), the keyboard (`takeByKeys`) or "Déplacer…" and a click (`takeByClicks`).
 *
 * Pointer Events only. The pointer is captured by `<body>`, which no turn of a page takes away.
 */
import { tick } from 'svelte';
import type { Block, Target } from '../../ipc/bindings.gen';
import { sameTarget, targetOf, type Grip, type Held, type Seed } from '../../intents/reschedule';
import { dateIn, wallAt } from '../../intents/wall';
import { calendar } from '../../state/calendar.svelte';
import { desk, isCalendarView } from '../../state/desk.svelte';
import { pending } from '../../state/pending.svelte';
import { openingOf } from '../../state/weeks';
import { FINE_STEP, STEP, step, type Effect, type Gesture, type GestureEvent, type Moving } from './drag';
import { foresee, unsee } from './foreseeing';
import type { GhostElement } from './ghost';
import type { ThreadElement } from './thread';
import { hoursOf, locate, rectOf, zoneAt, type Point, type Scene } from './grid';
import { askFor, forget } from './judging';
import { pushOf } from './keys';
import { keep, keepFromSelecting, keepNextClick, listenTo, modifiersOf, pointOf, type Ears } from './listening';
import { land, openHeld } from './landing';
import { live } from './live.svelte';
import { measure, scrollerOf, tailOf } from './measure';
import { mini } from './mini.svelte';
import { turned } from './pages';
import { back, bringCalendar, reveal, sight, type Sight } from './reveal';
import { focusBlock, focusSeed } from './roving.svelte';
import { sayBack, sayTaken } from './wording';

const NOTHING: Scene = { zones: [], opening: () => 540, offered: [] };

class Hand implements Ears {
  /** The one element that follows; given by `Ghost.svelte`. */
  ghost: GhostElement | null = null;
  /** What holds a pulled tail to its block; given by `Thread.svelte`. */
  thread: ThreadElement | null = null;

  private gesture: Gesture = { phase: 'idle' };
  private scene: Scene = NOTHING;
  private latest: PointerEvent | null = null;
  private frame = 0;
  private stopListening: (() => void) | null = null;
  /** What was in sight before it took hold. */
  whence: Sight | null = null;
  /** Where the tail begins in the last picture. */
  private tail: { scene: Scene; at: Point | null } | null = null;
  /** A finger has it: it covers what it would be shown. */
  private finger = false;
  private openSeed: () => void = () => undefined;

  get moving(): boolean {
    return this.gesture.phase === 'moving';
  }

  get busy(): boolean {
    return this.gesture.phase !== 'idle';
  }

  /** A button goes down: on a block, or where nothing stands (`null`), to draw a new one. */
  press(event: PointerEvent, block: Block | null, grip: Grip): void {
    if (event.button !== 0 || !event.isPrimary || this.busy) return;
    this.scene = this.picture();
    const from = locate(this.scene, pointOf(event)) ?? (block ? ({ type: 'tray' } as const) : null);
    if (!from || (grip === 'create' && from.type === 'tray')) return;
    this.hold(event, { block, grip, from });
  }

  /** A button goes down on a step of a client's path; `open` is what a click on it does. */
  pressSeed(event: PointerEvent, seed: Seed, open: () => void): void {
    if (event.button !== 0 || !event.isPrimary || this.busy) return;
    this.scene = this.picture();
    this.openSeed = open;
    this.hold(event, { block: null, seed, grip: 'move', from: { type: 'tray' } });
  }

  private hold(event: PointerEvent, held: Held): void {
    document.body.setPointerCapture(event.pointerId);
    keepFromSelecting(event);
    this.stopListening ??= listenTo(this);
    this.finger = event.pointerType === 'touch';
    const at = pointOf(event);
    const resting = event.pointerType === 'touch' ? performance.now() : undefined;
    this.send({ type: 'press', held, at, pointer: event.pointerId, resting, ...modifiersOf(event) });
  }

  /** `Espace` on a block. */
  takeByKeys(block: Block): void {
    const { date } = desk;
    const opening = openingOf(calendar.shown?.days ?? [], date);
    const first: Target = { type: 'timed', start: wallAt(date, opening), minutes: block.minutes || 60 };
    this.take('keys', { block, grip: 'move', from: { type: 'tray' } }, block.slot ? targetOf(block) : first);
    live.say(sayTaken(block.title, 'keys'));
  }

  /** `Espace` on a step of a client's path: onto its day, at its opening. */
  async takeSeedByKeys(seed: Seed): Promise<void> {
    const start = wallAt(seed.on, openingOf(calendar.shown?.days ?? [], seed.on));
    const target: Target = { type: 'timed', start, minutes: seed.minutes };
    this.take('keys', { block: null, seed, grip: 'move', from: { type: 'tray' } }, target);
    await tick();
    this.look();
    if (this.moving) reveal(target, this.scene);
    live.say(sayTaken(seed.client.name, 'keys'));
  }

  /** "Déplacer…": the next click on a slot puts it there. */
  takeByClicks(block: Block): void {
    if (!isCalendarView(desk.view)) desk.show('week', block.slot ? dateIn(block.slot.start) : desk.date);
    this.take('clicks', { block, grip: 'move', from: { type: 'tray' } }, targetOf(block));
    live.say(sayTaken(block.title, 'clicks'));
  }

  /** Everything as it was. */
  abandon(): void {
    this.send({ type: 'abandon' });
  }

  /** The page scrolled or turned, or other places are offered: where things are is asked again. */
  look(): void {
    if (this.gesture.phase !== 'moving') return;
    this.scene = this.picture();
    this.send({ type: 'scene' });
  }

  private take(by: 'keys' | 'clicks', held: Held, target: Target): void {
    if (this.busy) this.abandon();
    this.scene = this.picture();
    this.stopListening ??= listenTo(this);
    this.send({ type: 'take', by, held, target });
  }

  private send(event: GestureEvent): void {
    const before = this.gesture;
    const { gesture, effects } = step(before, event, this.scene);
    this.gesture = gesture;
    if (gesture.phase === 'moving') this.show(gesture, before.phase === 'moving' ? before : null);
    else if (before.phase === 'moving') this.rest();
    if (gesture.phase === 'idle') this.unlisten();
    for (const effect of effects) this.do(effect);
    const { gesture: now } = this;
    if ((now.phase === 'moving' && now.edge) || (now.phase === 'pressed' && now.resting !== null)) this.schedule();
  }

  /** Draws the hand: state only when what it aims at changes, the ghost's place every time. */
  private show(gesture: Moving, before: Moving | null): void {
    const { held, by, target, copy, place } = gesture;
    const day = place?.type === 'day' ? place.date : null;
    if (!before || !sameTarget(before.target, target) || before.copy !== copy || pending.hand?.day !== day) {
      pending.hand = { held, by, target, copy, day };
      askFor(pending.hand, () => this.look());
      if (!this.finger) foresee(pending.hand);
    }
    if (!before) {
      Object.assign(document.documentElement.dataset, {
        moving: held.grip,
        along: held.from.type === 'lane' ? 'x' : 'y',
      });
      this.whence = sight();
      if (held.seed) bringCalendar(held.seed);
    }
    if (before?.copy !== copy) document.documentElement.toggleAttribute('data-copying', copy);
    this.standGhost(gesture);
  }

  private standGhost({ held, target, point, by }: Moving): void {
    const over = point && zoneAt(this.scene, point);
    const inHand = over?.type === 'days' && over.look !== 'month';
    const rect = target && !inHand ? rectOf(this.scene, target) : null;
    if (rect) this.ghost?.stand(rect);
    else if (point) this.ghost?.follow(point.x, point.y);
    else if (by === 'keys') {
      const tray = this.scene.zones.find(({ type }) => type === 'tray')?.rect;
      this.ghost?.follow(tray?.left ?? innerWidth / 2, tray?.top ?? innerHeight / 2);
    }
    if (held.grip === 'tail') this.pullThread(held);
  }

  /** The thread to the ghost: from the tail, or from the edge of the page that was turned under it. */
  private pullThread({ block }: Held): void {
    const to = this.ghost?.rect;
    if (!block || !to) return;
    const zone = hoursOf(this.scene);
    const edge = { x: zone?.columns[0]?.left ?? 0, y: to.top + to.height / 2 };
    // Asked of the page once for each picture of it, not on each frame.
    if (this.tail?.scene !== this.scene) this.tail = { scene: this.scene, at: tailOf(block.key) };
    this.thread?.draw(this.tail.at ?? edge, to);
  }

  /** Nothing is in the hand any more. */
  private rest(): void {
    forget();
    this.thread?.clear();
    this.tail = null;
    unsee();
    pending.hand = null;
    this.scene = NOTHING;
    for (const name of ['moving', 'along', 'copying']) document.documentElement.removeAttribute(`data-${name}`);
  }

  private unlisten(): void {
    this.stopListening?.();
    this.stopListening = null;
    this.latest = null;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private do(effect: Effect): void {
    switch (effect.type) {
      case 'open':
        return effect.held.seed ? this.openSeed() : openHeld(effect.held);
      case 'drop':
        return void land(effect.held, effect.target, effect.copy, this);
      case 'home':
        return this.goHome(effect);
      case 'scroll':
        scrollerOf()?.scrollBy({ top: effect.by, behavior: 'instant' });
        return this.look();
      case 'turn':
        if (effect.what === 'mini') mini.turn(effect.by);
        // `CalendarView` looks again once the page is there.
        else if (isCalendarView(desk.view)) desk.show(desk.view, turned(desk.view, desk.date, effect.by));
        return void tick().then(() => this.look());
    }
  }

  private goHome({ held, by }: Extract<Effect, { type: 'home' }>): void {
    if (by !== 'pointer') live.say(sayBack());
    if (!this.whence || by === 'clicks') return;
    const { block, seed } = held;
    void back(this.whence).then(() => {
      pending.behind = false;
      if (seed) focusSeed(seed);
      else if (block) void focusBlock(block.key);
    });
  }

  private picture(): Scene {
    return measure(calendar.shown?.days ?? [], pending.offered);
  }

  /** One frame further: all the places of the pointer between two frames are one. */
  private schedule(): void {
    this.frame ||= requestAnimationFrame((time) => {
      this.frame = 0;
      this.flush(time);
      this.send({ type: 'tick', time });
    });
  }

  private flush(time: number): void {
    const event = this.latest;
    this.latest = null;
    if (event) this.send({ type: 'point', at: pointOf(event), pointer: event.pointerId, time, ...modifiersOf(event) });
  }

  // What is heard, while something is in the hand:

  moved(event: PointerEvent): void {
    this.latest = event;
    this.schedule();
  }

  released(event: PointerEvent): void {
    this.flush(performance.now());
    this.send({ type: 'release', at: pointOf(event), pointer: event.pointerId });
  }

  /** "Déplacer…": a press on a slot is the second click; elsewhere (the title bar, say) it is what it always is. */
  pressed(event: PointerEvent): void {
    if (this.gesture.phase !== 'moving' || event.button !== 0) return;
    if (this.gesture.by === 'keys') return this.abandon();
    if (this.gesture.by !== 'clicks') return;
    this.scene = this.picture();
    if (!locate(this.scene, pointOf(event))) return;
    keep(event);
    keepNextClick();
    this.send({ type: 'click', at: pointOf(event), ...modifiersOf(event) });
  }

  key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      keep(event);
      return this.abandon();
    }
    if (this.gesture.phase !== 'moving') return;
    if (event.key === 'Alt' || event.key === 'Control') {
      // `Alt` alone would go to the menu bar.
      event.preventDefault();
      return this.keyUp(event);
    }
    if (this.gesture.by === 'keys') this.steer(event, this.gesture.target);
  }

  keyUp(event: KeyboardEvent): void {
    if (event.key === 'Alt' || event.key === 'Control') this.send({ type: 'modifiers', ...modifiersOf(event) });
  }

  lost(): void {
    this.abandon();
  }

  scrolled(): void {
    this.look();
  }

  private steer(event: KeyboardEvent, target: Target | null): void {
    if (event.key === 'Tab') return this.abandon();
    if (event.key === 'Enter' || (event.key === ' ' && !event.repeat)) {
      keep(event);
      return this.send({ type: 'settle', copy: event.ctrlKey });
    }
    const date = target?.type === 'timed' ? dateIn(target.start) : target?.type === 'allDay' ? target.first : desk.date;
    const opening = openingOf(calendar.shown?.days ?? [], date);
    const rows = desk.view === 'month' ? 'weeks' : 'hours';
    const push = pushOf(event, rows, { usual: STEP, fine: FINE_STEP }, opening);
    if (!push) return;
    keep(event);
    this.send({ type: 'push', push: target?.type === 'tray' ? { type: 'place', date, opening } : push });
    if (this.gesture.phase === 'moving') reveal(this.gesture.target, this.scene);
    this.look();
  }
}

/** The hand over the calendar. */
export const hand = new Hand();
