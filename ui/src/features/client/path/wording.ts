/** What stands on a path is called, on screen and for a screen reader. */
import type { Block, Ghost, Reason } from '../../../ipc/bindings.gen';
import { dateIn, type IsoDate } from '../../../intents/wall';
import { momentOf } from '../../../state/moments';
import { now } from '../../../state/now.svelte';
import { dayMonth, hour, longDay, shortDay } from '../../../words/dates';
import { t } from '../../../words/words.svelte';

const QUESTIONS = ['bring', 'astonish', 'clarify'] as const;

/** The first line of a reason, with its question; empty when nobody said one. */
export function whyOf(reason: Reason): { question: string; text: string } | null {
  const question = QUESTIONS.find((it) => reason[it].trim());
  return question ? { question: t(`touchpoint-reason-${question}`), text: reason[question].trim() } : null;
}

/** `26 nov.`, or a word for what waits. */
export function dayUnder({ slot }: Block): string {
  return slot ? shortDate(dateIn(slot.start)) : t('trail-waits');
}

/** `26 nov.`. */
export function shortDate(date: IsoDate): string {
  return dayMonth(date);
}

/** What a suggestion is for; where nobody said it, where it comes from. */
export function aimOf({ aim, step }: Ghost): string {
  return aim || t(step === null ? 'trail-asked' : 'trail-aimless');
}

/** `a eu lieu`, `manqué`; empty for what is to come. */
export function stateOf({ state }: Block, unclosed: boolean): string {
  if (unclosed) return t('trail-unclosed');
  return state === 'planned' ? '' : t(`calendar-state-${state}`);
}

/** The full name of a touchpoint: `Visio, Fromagerie du Lac, jeudi 26 novembre 13:00, J’éclaire le budget`. */
export function nameOf(block: Block, unclosed: boolean): string {
  const why = whyOf(block.reason);
  const { slot } = block;
  const date = slot && dateIn(slot.start);
  const far = date && date.slice(0, 4) !== now.date.slice(0, 4) ? ` ${date.slice(0, 4)}` : '';
  const at = slot && !slot.allDay ? ` ${hour(slot.start)}` : '';
  const when = date ? `${longDay(date)}${far}${at}` : t('trail-waits-long');
  const reason = why ? `${why.question} ${why.text}` : '';
  return [t(`trail-kind-${block.kind}`), block.title, when, stateOf(block, unclosed), reason]
    .filter(Boolean)
    .join(', ');
}

/** The full name of a suggestion: `Étape proposée, Visio, lever le dernier doute, vers le jeudi 3 décembre`. */
export function nameOfStep(ghost: Ghost): string {
  const when = t('trail-towards', { day: longDay(ghost.on) });
  return [t('trail-suggested'), t(`trail-kind-${ghost.kind}`), aimOf(ghost), when].join(', ');
}

/** When, on the line under the trail: `jeu. 26 nov. 13:00`, `vers le jeu. 3 déc.`. */
export function whenOf(what: Block | Ghost): string {
  return 'on' in what ? t('trail-towards', { day: shortDay(what.on, now.date) }) : momentOf(what);
}
