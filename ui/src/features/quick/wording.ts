/** What was understood of a sentence, in words. */
import type { Quick, QuickChip, QuickDoubt, QuickMeaning } from '../../ipc/bindings.gen';
import { dateIn, type IsoDate } from '../../intents/wall';
import { hour, lengthOf, shortDay } from '../../words/dates';
import { t } from '../../words/words.svelte';

const QUESTIONS = ['bring', 'astonish', 'clarify'] as const;

/** Every value a chip can have, in their order. */
export function valuesOf(meaning: QuickMeaning, today: IsoDate): string[] {
  switch (meaning.type) {
    case 'kind':
      return meaning.kinds.map((kind) => t(`touchpoint-kind-${kind}`));
    case 'day': {
      const part = meaning.part ? `, ${t(`quick-part-${meaning.part}`)}` : '';
      return meaning.dates.map((date) => dayOf(date, today) + part);
    }
    case 'part':
      return [t(`quick-part-${meaning.part}`)];
    case 'hour':
      return meaning.hours;
    case 'moment':
      return [`${dayOf(dateIn(meaning.at), today)} ${hour(meaning.at)}`];
    case 'length':
      return meaning.minutes === null ? [] : [lengthOf(meaning.minutes)];
    case 'who':
      return meaning.names;
    case 'reason':
      return QUESTIONS.map((question) => t(`touchpoint-reason-${question}`));
  }
}

/** What a chip says: its value once there is one, else its words and a question mark. */
export function chipOf(chip: QuickChip, today: IsoDate): string {
  const { meaning, chosen, words } = chip;
  if (meaning.type === 'reason') return `${t(`touchpoint-reason-${meaning.question}`)} ${meaning.text}`;
  const values = valuesOf(meaning, today);
  const value = values.length === 1 ? values[0] : chosen === null ? undefined : values[chosen];
  return value ?? `${words} ?`;
}

/** What makes a chip doubtful, as a sentence. */
export function doubtOf({ why, words, names }: QuickDoubt): string {
  return t(`quick-why-${why}`, { words, names: names.join(', ') });
}

/** What stands between a sentence and its touchpoint: what is not understood first, then what is not said. */
export function lacksOf({ unknown, missing, weak }: Quick): string[] {
  return [
    ...(unknown.length > 0
      ? [t('quick-unknown', { words: unknown.map((it) => t('quick-quoted', { words: it })).join(', ') })]
      : []),
    ...(missing.length > 0
      ? [t('quick-missing', { what: missing.map((it) => t(`quick-missing-${it}`)).join(', ') })]
      : []),
    ...(weak ? [weak.message] : []),
  ];
}

function dayOf(date: IsoDate, today: IsoDate): string {
  return date === today ? t('client-today') : shortDay(date, today);
}
