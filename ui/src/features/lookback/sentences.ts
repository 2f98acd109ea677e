/** A week looked back at, in sentences: the air, the promises and the reasons, and never a number of contacts. Pure. */
import type { LookBack } from '../../ipc/bindings.gen';
import { lengthOf } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** What one line speaks of. */
export type About = 'air' | 'owed' | 'promises' | 'reasons' | 'urgent';

/** Everything worth saying of a week, in its order. What did not happen is not said. */
export function sentencesOf(week: LookBack): { about: About; text: string }[] {
  const { owed, withoutReason, urgent } = week;
  const lines: ({ about: About; text: string } | false)[] = [
    { about: 'air', text: airOf(week) },
    owed > 0 && { about: 'owed', text: t('look-back-owed', { length: lengthOf(owed) }) },
    { about: 'promises', text: promisesOf(week) },
    withoutReason > 0 && { about: 'reasons', text: t('look-back-reasons', { count: withoutReason }) },
    urgent > 0 && { about: 'urgent', text: t('look-back-urgent', { count: urgent }) },
  ];
  return lines.filter((line) => line !== false);
}

function airOf({ days }: LookBack): string {
  if (days.length === 0) return t('look-back-air-none');
  const short = days.filter(({ air }) => air.kept < air.of);
  if (short.length === 0) return t('look-back-air-kept');
  return t('look-back-air-short', { days: short.map(({ label }) => label).join(', '), count: short.length });
}

function promisesOf({ promises: { kept, of } }: LookBack): string {
  if (of === 0) return t('look-back-promises-none');
  if (kept === 0) return t('look-back-promises-waiting', { of });
  return kept === of ? t('look-back-promises-all', { of }) : t('look-back-promises', { kept, of });
}
