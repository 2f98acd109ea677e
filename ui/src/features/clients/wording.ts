/** The list's conditions, in words. */
import { t } from '../../words/words.svelte';
import type { Condition } from './filters';

/** A condition as its chip says it. */
export function said({ by, value }: Condition): string {
  switch (by) {
    case 'tag':
    case 'market':
      return value;
    case 'tier':
      return value === 'none' ? t('clients-tier-none') : t('clients-tier', { tier: t(`clients-tier-${value}`) });
    case 'ask':
      return t(`clients-ask-${value}`);
    case 'next':
      return t(value ? 'clients-with-next' : 'clients-without-next');
    case 'archived':
      return t('clients-archived');
  }
}

/** What kind of condition it is: what is asked for and the lack of a next step are one. */
export function saidKind({ by }: Condition): string {
  if (by === 'ask') return t('clients-by-next');
  return t(`clients-by-${by}`);
}
