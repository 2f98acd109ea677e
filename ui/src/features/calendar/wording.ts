/** What blocks and moves are called, on screen and for a screen reader. */
import type { Block, Follows, Target, Verdict } from '../../ipc/bindings.gen';
import { spanOf } from '../../intents/reschedule';
import { isAir, isOwn } from '../../intents/purposes';
import { addDays, dateIn } from '../../intents/wall';
import { reasonLine } from '../../state/moments';
import { longDay, shortDay, lengthOf } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** `13:00 – 14:00`. */
export function hoursOf(start: string, end: string): string {
  return t('calendar-hours', { from: start.slice(11, 16), until: end.slice(11, 16) });
}

/** Who a block is with, or what it is: its title, and its client when the title does not say it. */
export function subtitleOf(block: Block): string {
  const { client, title } = block;
  return client && !title.includes(client.name) ? client.name : '';
}

/** `jeudi 26 novembre, 13:00 à 14:00`, or the days. */
export function whenLong(start: string, end: string, allDay: boolean): string {
  const day = longDay(dateIn(start));
  const last = addDays(dateIn(end), allDay || end.endsWith('T00:00') ? -1 : 0);
  if (allDay) {
    const until = last > dateIn(start) ? t('calendar-from-to', { from: day, until: longDay(last) }) : day;
    return `${until}, ${t('calendar-all-day')}`;
  }
  const until = last > dateIn(start) ? `${longDay(dateIn(end))} ${end.slice(11, 16)}` : end.slice(11, 16);
  return t('calendar-name-at', { day, hours: t('calendar-from-to', { from: start.slice(11, 16), until }) });
}

/** The full accessible name: `Visio, Fromagerie du Lac, jeudi 26 novembre, 13:00 à 14:00, raison : le budget`. */
export function nameOf(block: Block): string {
  const { slot, state } = block;
  const reason = reasonLine(block.reason);
  return [
    isOwn(block) ? t(`air-purpose-${block.purpose}`) : t(`calendar-kind-${block.kind}`),
    isAir(block) ? '' : block.title,
    subtitleOf(block),
    slot ? whenLong(slot.start, slot.end, slot.allDay) : `${t('calendar-tray')}, ${lengthOf(block.minutes)}`,
    slot?.there ? t('calendar-there', { hours: slot.there }) : '',
    state === 'planned' ? '' : t(`calendar-state-${state}`),
    block.debt > 0 ? t('air-debt-name', { length: lengthOf(block.debt) }) : '',
    block.repeats ? t('calendar-repeats') : '',
    block.transparent ? t('calendar-transparent') : '',
    block.wantsReason ? t('calendar-wants-reason') : '',
    block.link ? t('calendar-link', { service: block.link }) : '',
    reason && t('calendar-name-reason', { reason }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where a hand aims, before the core has said it: `jeu. 26 nov. · 13:00 – 14:00`. */
export function whenShort(target: Target): string {
  const span = spanOf(target);
  if (!span) return t('calendar-tray');
  if (span.allDay) {
    const last = addDays(dateIn(span.end), -1);
    const first = shortDay(dateIn(span.start));
    return last > dateIn(span.start) ? `${first} – ${shortDay(last)}` : `${first} · ${t('calendar-all-day')}`;
  }
  return `${shortDay(dateIn(span.start))} · ${hoursOf(span.start, span.end)}`;
}

/** What is said when something is taken without a drag. */
export function sayTaken(title: string, by: 'keys' | 'clicks'): string {
  return t(`calendar-taken-${by}`, { title });
}

/** What is said when it moves: day, time, verdict and why. */
export function sayMove(target: Target, verdict: Verdict | null): string {
  const span = spanOf(target);
  const when = span ? whenLong(span.start, span.end, span.allDay) : t('calendar-tray');
  const owed = verdict?.level === 'refused' && verdict.debt > 0;
  return [
    when,
    verdict && t(`calendar-${verdict.level}`),
    ...(verdict?.why ?? []),
    owed && t('air-would-owe', { length: lengthOf(verdict.debt) }),
    ...(verdict?.follows ?? []).map(sayFollows),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What goes along: where to, or why it can't; nothing of what stays. */
function sayFollows({ title, when, moves, stuck }: Follows): string {
  return stuck || (moves ? t('air-follows-said', { title, when }) : '');
}

/** What is said when nothing came of it. */
export function sayBack(): string {
  return t('calendar-back');
}
