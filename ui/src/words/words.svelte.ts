/**
 * The words of the page, from the same Fluent files Rust speaks from; the language changes at run time.
 *
 * To add a message: an id in both `ftl/fr` and `ftl/en`, in the file of the noun it belongs to, then `t` with that id.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../ipc/bindings.gen';
import { spaced } from './typography';

const FILES = import.meta.glob<string>(
  [
    '../../../src-tauri/crates/words/ftl/{fr,en}/*.ftl',
    // What only a terminal says, and the contents of the examples.
    '!../../../src-tauri/crates/words/ftl/{fr,en}/{cli,examples}.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const bundles: Partial<Record<Language, FluentBundle>> = {};

function bundleOf(language: Language): FluentBundle {
  const known = bundles[language];
  if (known) return known;
  // Isolation marks are invisible in a window, and noise to whoever reads its text.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(FILES)) {
    if (!path.includes(`/${language}/`)) continue;
    bundle.addResource(new FluentResource(language === 'fr' ? spaced(text) : text), { allowOverrides: true });
  }
  bundles[language] = bundle;
  return bundle;
}

class Words {
  /** The language spoken now. */
  language = $state<Language>('fr');
}

export const words = new Words();

/** Speaks another language from now on. */
export function speak(language: Language): void {
  words.language = language;
  document.documentElement.lang = language;
}

/** The message `id` in the language of now; the id itself when there is none, which a test does not let happen. */
export function t(id: string, args?: Record<string, FluentVariable>): string {
  const bundle = bundleOf(words.language);
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : id;
}
