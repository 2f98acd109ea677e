/** How a day breathes, in a shape and in words: the one account of it that the calendar, the settings and the look back
 * share. Pure. */
import type { Breath } from '../ipc/bindings.gen';
import { lengthOf } from './dates';
import { t } from './words.svelte';

/** Off: no air is asked of the day. Even: what it keeps is all it has to spare. Short: it keeps too little. */
export type BreathState = 'off' | 'full' | 'even' | 'short';

/** What of a day's air is looked at. */
export type Air = Pick<Breath, 'kept' | 'wanted'> & Partial<Pick<Breath, 'eats' | 'lunch'>>;

/** Under this much more than it is to keep, in minutes, nothing of any length fits a day any more. */
const SPARE = 30;

/** Where a day stands. */
export function stateOf(air: Air): BreathState {
  if (air.wanted === 0) return 'off';
  if (air.kept < air.wanted || isHungry(air)) return 'short';
  return air.kept < air.wanted + SPARE ? 'even' : 'full';
}

/** How full it is drawn, from 0 to 1. */
export function fillOf({ kept, wanted }: Air): number {
  return wanted === 0 ? 0 : Math.min(kept / wanted, 1);
}

/** Whether one should eat and cannot. */
function isHungry({ eats, lunch }: Air): boolean {
  return (eats ?? false) && lunch === null;
}

/** `65 min sur 90`: what is kept of what is to be; more than that is not counted. */
export function measureOf({ kept, wanted }: Air): string {
  return t('air-of', { kept: Math.min(kept, wanted), wanted });
}

/** `Air : 65 min sur 90, à court. Déjeuner 12:00 – 12:45`; empty on a day off. */
export function sentenceOf(air: Air): string {
  const state = stateOf(air);
  if (state === 'off') return '';
  const line = t('air-line', { measure: measureOf(air), state: t(`air-state-${state}`) });
  return [line, lunchOf(air)].filter(Boolean).join('. ');
}

/** `Déjeuner 12:00 – 12:45`, or that there is no time for it; empty when nobody eats then. */
export function lunchOf(air: Air): string {
  if (isHungry(air)) return t('air-lunch-none');
  if (!air.eats || !air.lunch) return '';
  const [from, until] = air.lunch;
  return t('air-lunch', { from: clock(from), until: clock(until) });
}

/** What a day lacks, `25 min`; empty when it lacks nothing. */
export function shortOf({ kept, wanted }: Air): string {
  return kept < wanted ? lengthOf(wanted - kept) : '';
}

/** The press that places something all the same, and what it costs. */
export function forceWord(debt: number): string {
  return debt > 0 ? t('air-force', { length: lengthOf(debt) }) : t('calendar-force');
}

/** A minute of the day as a clock shows it: `12:45`. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
