// The words the page shows, read where the page reads them, so that no journey repeats them.

import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Lang = 'fr' | 'en';

const folder = resolve(import.meta.dirname, '../../../src-tauri/crates/words/ftl');
const read: Partial<Record<Lang, Map<string, string>>> = {};

/** A plain message (one line, no variable) in a language. */
export function say(lang: Lang, id: string): string {
  const words = (read[lang] ??= all(lang));
  const text = words.get(id);
  if (text === undefined) throw new Error(`no plain message ${id} in ${lang}`);
  return text;
}

function all(lang: Lang): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(folder, lang))) {
    for (const line of readFileSync(join(folder, lang, file), 'utf8').split('\n')) {
      const match = /^([a-zA-Z][\w-]*) = ([^{]+)$/.exec(line);
      if (match) found.set(match[1]!, match[2]!.trim());
    }
  }
  return found;
}
