// What a view is, and the ways that several of them are reached by.

import { ask } from '../harness/core';
import type { House } from '../harness/house';
import type { Opening, Window } from '../harness/window';
import { type Lang, say } from '../harness/words';

/** The passphrase of every book that has one here. */
export const PASSPHRASE = 'trois chênes au bord du lac';

export interface View {
  name: string;
  /** From any other view of the example week to this one. */
  go: (window: Window, lang: Lang) => Promise<void>;
  /** Puts back what must not stay for the next view. */
  leave?: (window: Window) => Promise<void>;
  /** Opened on something else than the example week. */
  opening?: Opening;
  /** What is in its folder before it opens. */
  before?: (house: House) => Promise<void> | void;
}

/** A key that shows a view of the calendar, and the view it shows. */
export function calendar(name: string, key: string, view: string): View {
  return {
    name,
    go: async (window) => {
      await window.press(key);
      await window.find(`[data-view="${view}"]`);
    },
  };
}

/** A place of the sidebar; `inside` is what it reads after it is shown. */
export function place(name: string, word: string, view: string, inside = ''): View {
  return {
    name,
    go: async (window, lang) => {
      await window.click(say(lang, word));
      await window.find(`[data-view="${view}"] ${inside}`);
    },
  };
}

/** The day, by its key, once it is read. */
export async function today(window: Window): Promise<void> {
  await window.press('u');
  await window.find('[data-view="today"] [data-part]');
}

export const week = calendar('week', 'w', 'week');

/** Something that opens over the week, and closes by Escape. */
export function over(name: string, open: (window: Window, lang: Lang) => Promise<void>): View {
  return {
    name,
    go: async (window, lang) => {
      await week.go(window, lang);
      await open(window, lang);
      await window.find('[role="dialog"]');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('[role="dialog"]');
    },
  };
}

/** A window of its own on an empty book that has a passphrase. */
export function sealed(name: string, go: View['go']): View {
  return {
    name,
    opening: { bare: true },
    go: async (window, lang) => {
      await ask(window.driver, 'welcome', { choice: 'mine' });
      await ask(window.driver, 'seal', { passphrase: PASSPHRASE });
      await window.find('[data-view="week"]');
      await go(window, lang);
    },
  };
}

/** Brings something of the page's own body to its top. */
export async function scrolledTo(window: Window, selector: string): Promise<void> {
  await window.driver.executeScript(
    `const body = arguments[0].closest('.body');
     body.scrollTop += arguments[0].getBoundingClientRect().top - body.getBoundingClientRect().top - 40;`,
    await window.find(selector),
  );
}

/** The settings, from where the lock is set. */
export async function security(window: Window, lang: Lang): Promise<void> {
  await window.click(say(lang, 'app-settings'));
  await scrolledTo(window, '[data-security]');
}
