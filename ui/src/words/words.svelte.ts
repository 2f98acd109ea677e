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

/** Where one message ends and the next begins: what is indented belongs to the one above. */
const NEXT = /^(?=[a-z][\w-]* *=)/m;

/**
 * The messages of a language, each read when it is first said. Reading all of them would take a good part of the time
 * to the first frame, which says a tenth of them. No message refers to another.
 */
class Spoken {
  // Isolation marks are invisible in a window, and noise to whoever reads its text.
  readonly bundle: FluentBundle;
  private unread = new Map<string, string>();

  constructor(readonly language: Language) {
    this.bundle = new FluentBundle(language, { useIsolating: false });
    for (const [path, text] of Object.entries(FILES)) {
      if (!path.includes(`/${language}/`)) continue;
      for (const message of text.split(NEXT)) this.unread.set(message.slice(0, message.indexOf('=')).trim(), message);
    }
  }

  pattern(id: string) {
    const text = this.unread.get(id);
    if (text !== undefined) {
      this.bundle.addResource(new FluentResource(this.language === 'fr' ? spaced(text) : text));
      this.unread.delete(id);
    }
    return this.bundle.getMessage(id)?.value;
  }
}

const languages: Partial<Record<Language, Spoken>> = {};

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
  const spoken = (languages[words.language] ??= new Spoken(words.language));
  const pattern = spoken.pattern(id);
  return pattern ? spoken.bundle.formatPattern(pattern, args, []) : id;
}
