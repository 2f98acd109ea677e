/** When a touchpoint was or will be, and why, in a few words. */
import type { Block, Reason } from '../ipc/bindings.gen';
import { dateIn } from '../intents/wall';
import { hour, shortDay } from '../words/dates';
import { t } from '../words/words.svelte';
import { now } from './now.svelte';

/** `aujourd’hui 14:30`, `jeu. 26 nov.`; a word for the tray when it has no slot. */
export function momentOf({ slot }: Block): string {
  if (!slot) return t('client-waits');
  const date = dateIn(slot.start);
  const day = date === now.date ? t('client-today') : shortDay(date, now.date);
  return slot.allDay ? day : `${day} ${hour(slot.start)}`;
}

/** The first line of a reason, with its question: `J’éclaire : le budget`. */
export function reasonLine(reason: Reason): string {
  const question = (['bring', 'astonish', 'clarify'] as const).find((it) => reason[it].trim() !== '');
  if (!question) return '';
  return t('calendar-reason-line', { question: t(`calendar-reason-${question}`), text: reason[question].trim() });
}
