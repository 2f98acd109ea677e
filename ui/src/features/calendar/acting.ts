/** What keys and presses on a focused block do. The functions stand alone, so that menus and the palette can call them. */
import type { Block } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { calendar } from '../../state/calendar.svelte';
import { isAir, isOwn } from '../../intents/purposes';
import { markDone } from '../../state/air';
import { CLOSE_KEY, closing } from '../../state/closing.svelte';
import { concluding } from '../../state/concluding.svelte';
import { desk, isCalendarView, type CalendarViewName } from '../../state/desk.svelte';
import { now } from '../../state/now.svelte';
import { sayProblem } from '../../state/steps';
import { asked } from './asked.svelte';
import { drop, sayDone } from './drop';
import { elementOf } from './measure';
import { hand } from './moving.svelte';
import { turned } from './pages';
import { focusBlock, neighbour, type Direction } from './roving.svelte';

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Opens a block's sheet. */
export function open(block: Block): void {
  desk.selected = block.key;
  desk.openSheet(block, elementOf(block.key)?.getBoundingClientRect() ?? null);
}

/** Puts a block in the trash; the toast takes it back. One of a series goes alone. */
export async function trash(block: Block): Promise<void> {
  try {
    const done = await ipc.trashTouchpoint({ id: block.id, occurrence: block.occurrence, scope: 'this' });
    const next =
      neighbour(calendar.shown?.blocks ?? [], block.key, 'down') ??
      neighbour(calendar.shown?.blocks ?? [], block.key, 'up');
    calendar.remove(block.key);
    sayDone({ ...done, scope: null });
    if (next) void focusBlock(next.key, { scroll: true });
  } catch (problem) {
    sayProblem(problem);
  }
}

/** Says that a block is to come after all, whatever was said of it. One of a series, alone. */
export async function reopen(block: Block): Promise<void> {
  const which = { id: block.id, occurrence: block.occurrence, scope: 'this' } as const;
  try {
    const done = await ipc.editTouchpoint(which, { state: 'planned' });
    if (done.block) calendar.put(done.block, block.key);
    sayDone({ ...done, scope: null });
  } catch (problem) {
    sayProblem(problem);
  }
}

/** Takes a block out of the hours, to be placed later. */
export async function toTray(block: Block): Promise<void> {
  await drop({ block, grip: 'move', from: { type: 'tray' } }, { type: 'tray' });
}

/** Shows today, in the same view. */
export function showToday(): void {
  desk.show(desk.view, now.date);
}

/** Shows the page `by` further. */
export function turnPage(by: -1 | 1): void {
  if (isCalendarView(desk.view)) desk.show(desk.view, turned(desk.view, desk.date, by));
}

/** Shows another view of the same date. */
export function showView(view: CalendarViewName): void {
  desk.show(view, desk.date);
}

/** A key on a focused block; true when it meant something. Letters are read as produced, not by their place. */
export function keyOn(event: KeyboardEvent, block: Block, blocks: Block[]): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const arrow = ARROWS[event.key];
  if (arrow && !event.shiftKey) {
    const next = neighbour(blocks, block.key, arrow);
    if (next) void focusBlock(next.key, { scroll: true });
    return true;
  }
  // The system's own event for these keys says no place on some desktops, and never comes on others.
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    asked.openUnder(event.target as Element, block);
    return true;
  }
  if (isOwn(block)) {
    if (event.key.toUpperCase() === CLOSE_KEY && !event.repeat && !isAir(block)) {
      void markDone(block, block.state === 'planned');
      return true;
    }
  } else if (closing.press(event, block, false)) return true;
  if (concluding.press(event, block)) return true;
  switch (event.key) {
    case ' ':
      if (!event.repeat) hand.takeByKeys(block);
      return true;
    case 'Enter':
    case 'e':
    case 'E':
      open(block);
      return true;
    case 'Delete':
      void trash(block);
      return true;
    default:
      return false;
  }
}
