/** What the lock's fields and refusals say. */
import { ProblemError } from '../../ipc/client';
import { t } from '../../words/words.svelte';

/** Of showing what is typed. */
export function fieldWords() {
  return { show: t('passphrase-show'), hide: t('passphrase-hide'), capitals: t('passphrase-capitals') };
}

/** What went wrong, and what to do about it. */
export function whatOf(problem: unknown): string {
  if (!(problem instanceof ProblemError)) return t('app-failed');
  return [problem.message, problem.hint].join(' ').trim();
}
