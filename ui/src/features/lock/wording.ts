/** What fields of passphrases say. */
import { t } from '../../words/words.svelte';

/** Of showing what is typed. */
export function fieldWords() {
  return { show: t('passphrase-show'), hide: t('passphrase-hide'), capitals: t('passphrase-capitals') };
}
