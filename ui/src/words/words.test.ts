import { FluentResource } from '@fluent/bundle';
import { afterEach, describe, expect, it } from 'vitest';
import { spaced } from './typography';
import { speak, t } from './words.svelte';

const FTL = import.meta.glob<string>('../../../src-tauri/crates/words/ftl/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const SOURCES = import.meta.glob<string>(
  [
    '../**/*.{ts,svelte}',
    '!../**/*.test.ts',
    '!../ipc/bindings.gen.ts',
    '../../../src-tauri/{src,crates}/**/*.rs',
    '!../../../src-tauri/**/tests/**',
  ],
  { query: '?raw', import: 'default', eager: true },
);

interface Message {
  file: string;
  variables: string[];
}

/** Every message of a language, with the variables its pattern asks for, wherever in it. */
function messages(language: string): Map<string, Message> {
  const all = new Map<string, Message>();
  for (const [path, text] of Object.entries(FTL)) {
    if (!path.includes(`/${language}/`)) continue;
    const file = path.split('/').pop() ?? path;
    for (const { id, value } of new FluentResource(text).body) {
      if (all.has(id)) throw new Error(`${id} is said twice in ${language}`);
      const found = JSON.stringify(value).matchAll(/"type":"var","name":"([^"]+)"/g);
      all.set(id, { file, variables: [...new Set([...found].map((it) => it[1]))].sort() });
    }
  }
  return all;
}

const fr = messages('fr');
const en = messages('en');
const ui = Object.entries(SOURCES).filter(([path]) => !path.endsWith('.rs'));
const everything = Object.values(SOURCES).join('\n');

/** The first argument of each `t(…)`, as written. */
function asked(text: string): string[] {
  return [...text.matchAll(/\bt\(((?:[^(),`'"]|'[^']*'|"[^"]*"|`[^`]*`)+)/g)].map((it) => it[1]);
}

describe('the words', () => {
  it('are the same messages in both languages, each in the file of the same name', () => {
    expect([...fr].map(([id, { file }]) => `${file} ${id}`).sort(), 'what one language says the other does').toEqual(
      [...en].map(([id, { file }]) => `${file} ${id}`).sort(),
    );
  });

  it('ask for the same variables in both languages', () => {
    for (const [id, { variables }] of fr) {
      expect(en.get(id)?.variables, `${id} is told the same things`).toEqual(variables);
    }
  });

  it('are there for every t(…) of the page', () => {
    let seen = 0;
    for (const [path, text] of ui) {
      for (const whole of asked(text)) {
        const argument = whole.replace(/===\s*'[^']*'/g, '');
        for (const [, id] of argument.matchAll(/'([^']+)'/g)) {
          seen += 1;
          expect(fr.has(id), `${id}, asked for in ${path}`).toBe(true);
        }
        for (const [, pattern] of argument.matchAll(/`([^`]+)`/g)) {
          seen += 1;
          const like = new RegExp(`^${pattern.replace(/\$\{[^}]*\}/g, '[A-Za-z]+')}$`);
          expect(
            [...fr.keys()].some((id) => like.test(id)),
            `${pattern}, asked for in ${path}`,
          ).toBe(true);
        }
      }
    }
    expect(seen, 'the page says more than a hundred things').toBeGreaterThan(100);
  });

  it('are all said somewhere', () => {
    const quoted = new Set([...everything.matchAll(/['"`]([a-z]+(?:-[A-Za-z0-9]+)*)['"`]/g)].map((it) => it[1]));
    const begun = [...everything.matchAll(/['"`]([a-z]+(?:-[a-z]+)*-)\$?\{([^}]*)\}([a-z-]*)['"`]/g)];
    const unsaid = [...fr.keys()].filter((id) => {
      if (quoted.has(id) || quoted.has(id.replace(/-hint$/, ''))) return false;
      return !begun.some(([, before, , after]) => id.startsWith(before) && id.endsWith(after));
    });
    expect(unsaid, 'a message nobody says is to be taken out').toEqual([]);
  });
});

describe('t', () => {
  afterEach(() => speak('fr'));

  it('speaks the language of now, and changes with it', () => {
    speak('fr');
    expect(t('app-week')).toBe('Semaine');
    speak('en');
    expect(t('app-week')).toBe('Week');
    expect(document.documentElement.lang, 'a screen reader hears it too').toBe('en');
  });

  it('counts as the language counts', () => {
    speak('fr');
    expect(t('clients-count', { count: 0 })).toBe('aucun client');
    expect(t('clients-count', { count: 1 })).toBe('1 client');
    expect(t('clients-count', { count: 50_000 }), 'thousands stand apart by a narrow space').toBe(
      '50\u202f000 clients',
    );
    speak('en');
    expect(t('clients-count', { count: 50_000 })).toBe('50,000 clients');
  });

  it('leaves what a person wrote as they wrote it', () => {
    speak('fr');
    expect(t('trash-restore-long', { title: 'Quoi ? Rien !' }), 'only our own words are spaced').toContain(
      'Quoi ? Rien !',
    );
  });
});

describe('French spaces', () => {
  it('never let a line break before a high mark or inside quotes', () => {
    expect(spaced('Vraiment ? Oui ; non !')).toBe('Vraiment\u202f? Oui\u202f; non\u202f!');
    expect(spaced('J’éclaire : le budget')).toBe('J’éclaire\u00a0: le budget');
    expect(spaced('Restaurer « Visio »')).toBe('Restaurer «\u00a0Visio\u00a0»');
  });

  it('leave alone what has none', () => {
    expect(spaced('https://exemple.fr 14:30')).toBe('https://exemple.fr 14:30');
  });
});
