/** Where the keyboard is among the blocks: one of them is in the tab order, arrows go from one to the next. */
import { tick } from 'svelte';
import type { Block } from '../../ipc/bindings.gen';
import type { Seed } from '../../intents/reschedule';
import { minutesOf } from '../../intents/wall';
import { byStart } from '../../state/weeks';
import { elementOf } from './measure';

class Roving {
  /** The block the keyboard was on last. */
  key = $state<string | null>(null);
}

export const roving = new Roving();

/** The block in the tab order: the last one that had focus, or else the first to come. */
export function tabStop(blocks: Block[], key: string | null, nowWall: string): string | null {
  if (key !== null && blocks.some((block) => block.key === key)) return key;
  const sorted = blocks.filter(({ slot }) => slot).sort(byStart);
  return (sorted.find(({ slot }) => slot && slot.end > nowWall) ?? sorted[0])?.key ?? null;
}

/** Puts the keyboard on a block, once it is drawn; not when it has gone somewhere else meanwhile. `scroll` brings
 * it into sight. */
export async function focusBlock(key: string, { scroll = false } = {}): Promise<void> {
  roving.key = key;
  await tick();
  const { activeElement } = document;
  const free = !activeElement || activeElement === document.body || activeElement.closest('[data-key]') !== null;
  if (free) elementOf(key)?.focus({ preventScroll: !scroll });
}

/** Puts the keyboard back on a step of a client's path. */
export function focusSeed({ key }: Seed): void {
  document.querySelector<HTMLElement>(`[data-suggested="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The next block in a direction: up and down follow the day and go on into the next; left and right look for the
 * nearest hour on the nearest day that has any.
 */
export function neighbour(blocks: Block[], key: string, direction: Direction): Block | null {
  const sorted = blocks.filter(({ slot }) => slot).sort(byStart);
  const index = sorted.findIndex((block) => block.key === key);
  if (index < 0) return null;
  if (direction === 'up') return sorted[index - 1] ?? null;
  if (direction === 'down') return sorted[index + 1] ?? null;
  const { start } = sorted[index].slot!;
  const day = start.slice(0, 10);
  const sign = direction === 'left' ? -1 : 1;
  const beyond = sorted.filter(
    ({ slot }) => (slot!.start.slice(0, 10) < day ? -1 : slot!.start.slice(0, 10) > day ? 1 : 0) === sign,
  );
  const nearestDay = sign < 0 ? beyond.at(-1)?.slot?.start.slice(0, 10) : beyond[0]?.slot?.start.slice(0, 10);
  const minute = minutesOf(start) - minutesOf(`${day}T00:00`);
  const away = (block: Block) => Math.abs(minutesOf(block.slot!.start) - minutesOf(`${nearestDay}T00:00`) - minute);
  const there = beyond.filter(({ slot }) => slot!.start.slice(0, 10) === nearestDay);
  return there.reduce<Block | null>((best, block) => (best && away(best) <= away(block) ? best : block), null);
}
