/** What the parts of the day are called. */
import type { Block, Reason } from '../../ipc/bindings.gen';
import { isAir, isOwn } from '../../intents/purposes';
import { dateIn, type Wall } from '../../intents/wall';
import { hour, longDay } from '../../words/dates';
import { t } from '../../words/words.svelte';
import { whenOf } from './day';

const QUESTIONS = ['bring', 'astonish', 'clarify'] as const satisfies (keyof Reason)[];

/** The questions a reason answers, in their order. */
export function answersOf(reason: Reason): { question: string; text: string }[] {
  return QUESTIONS.filter((it) => reason[it].trim()).map((it) => ({
    question: t(`touchpoint-reason-${it}`),
    text: reason[it].trim(),
  }));
}

/** `13:00 – 14:00`. */
export function hoursOf({ slot }: Block): string {
  return slot ? t('calendar-hours', { from: hour(slot.start), until: hour(slot.end) }) : '';
}

/** How far away a touchpoint is: `En cours, jusqu’à 11:00`, `Dans 18 minutes`, `jeudi 26 novembre`. */
export function awayOf(block: Block, wall: Wall): string {
  const when = whenOf(block, wall);
  switch (when.type) {
    case 'on':
      return t('today-when-on', { until: hour(when.until) });
    case 'soon':
      return t('today-when-soon', { minutes: when.minutes });
    case 'later':
      return longDay(dateIn(block.slot?.start ?? wall));
    default:
      return t(`today-when-${when.type}`);
  }
}

/** The whole name of a touchpoint on the line: `Visio, Fromagerie du Lac, 13:00 – 14:00, a eu lieu`. */
export function nameOf(block: Block): string {
  const { client, title, state } = block;
  return [
    isOwn(block) ? t(`air-purpose-${block.purpose}`) : t(`calendar-kind-${block.kind}`),
    isAir(block) ? '' : title,
    client && !title.includes(client.name) ? client.name : '',
    hoursOf(block),
    state === 'planned' ? '' : t(`calendar-state-${state}`),
    block.wantsReason ? t('calendar-wants-reason') : '',
    ...answersOf(block.reason).map(({ question, text }) => t('calendar-reason-line', { question, text })),
  ]
    .filter(Boolean)
    .join(', ');
}
