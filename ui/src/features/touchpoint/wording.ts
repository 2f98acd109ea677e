/** What a touchpoint's parts are called. */
import type { Block, BlockSlot, Kind, Reason } from '../../ipc/bindings.gen';
import { addDays, dateIn } from '../../intents/wall';
import { fullDay, hour, longDay, lengthOf } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** The ways of meeting one can choose. */
export const KINDS: Kind[] = ['phone', 'video', 'inPerson'];

/** The three questions of a reason, in their order. */
export const QUESTIONS = ['bring', 'astonish', 'clarify'] as const satisfies (keyof Reason)[];

/** When, in full: the day on one line, the hours on the other. */
export function whenOf(block: Block): { day: string; hours: string } {
  const { slot } = block;
  if (!slot) return { day: t('touchpoint-waits', { length: lengthOf(block.minutes) }), hours: '' };
  if (slot.allDay) return wholeDays(slot);
  const until =
    dateIn(slot.end) > dateIn(slot.start) ? `${longDay(dateIn(slot.end))} ${hour(slot.end)}` : hour(slot.end);
  return { day: fullDay(dateIn(slot.start)), hours: t('touchpoint-from-to', { from: hour(slot.start), until }) };
}

function wholeDays(slot: BlockSlot): { day: string; hours: string } {
  const [first, last] = [dateIn(slot.start), addDays(dateIn(slot.end), -1)];
  const day = last > first ? t('touchpoint-all-days', { from: longDay(first), until: fullDay(last) }) : fullDay(first);
  return { day, hours: t('touchpoint-all-day') };
}
