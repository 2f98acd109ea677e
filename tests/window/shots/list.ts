// Every view there is, and how one gets to it. The pictures and the accessibility journey both walk this list.

import { ask } from '../harness/core';
import { fixture, House, WEEK } from '../harness/house';
import { type Opening, Window } from '../harness/window';
import { type Lang, say } from '../harness/words';

export interface View {
  name: string;
  /** From any other view of the example week to this one. */
  go: (window: Window, lang: Lang) => Promise<void>;
  /** Puts back what must not stay for the next view. */
  leave?: (window: Window) => Promise<void>;
  /** Opened on something else than the example week. */
  opening?: Opening;
}

/** People as French Outlook writes them. */
const TABLE = fixture('csv/outlook-fr-cp1252.csv');

/** A key that shows a view of the calendar, and the view it shows. */
function calendar(name: string, key: string, view: string): View {
  return {
    name,
    go: async (window) => {
      await window.press(key);
      await window.find(`[data-view="${view}"]`);
    },
  };
}

/** A place of the sidebar; `inside` is what it reads after it is shown. */
function place(name: string, word: string, view: string, inside = ''): View {
  return {
    name,
    go: async (window, lang) => {
      await window.click(say(lang, word));
      await window.find(`[data-view="${view}"] ${inside}`);
    },
  };
}

/** The day, by its key, once it is read. */
async function today(window: Window): Promise<void> {
  await window.press('u');
  await window.find('[data-view="today"] [data-part]');
}

const week = calendar('week', 'w', 'week');

/** Something that opens over the week, and closes by Escape. */
function over(name: string, open: (window: Window, lang: Lang) => Promise<void>): View {
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
function sealed(name: string, go: View['go']): View {
  return {
    name,
    opening: { bare: true },
    go: async (window, lang) => {
      await ask(window.driver, 'welcome', { choice: 'mine' });
      await ask(window.driver, 'seal', { passphrase: 'trois chênes au bord du lac' });
      await window.find('[data-view="week"]');
      await go(window, lang);
    },
  };
}

/** The settings, from where the lock is set. */
async function security(window: Window, lang: Lang): Promise<void> {
  await window.click(say(lang, 'app-settings'));
  const section = await window.find('[data-security]');
  await window.driver.executeScript(
    `const body = arguments[0].closest('.body');
     body.scrollTop += arguments[0].getBoundingClientRect().top - body.getBoundingClientRect().top - 40;`,
    section,
  );
}

export const VIEWS: View[] = [
  {
    name: 'welcome',
    opening: { bare: true },
    go: async (window, lang) => void (await window.role('heading', say(lang, 'welcome'))),
  },
  calendar('day', 'd', 'day'),
  calendar('work-week', 'o', 'workWeek'),
  week,
  calendar('month', 'm', 'month'),
  calendar('agenda', 'a', 'agenda'),
  { name: 'today', go: today },
  {
    name: 'closing',
    go: async (window, lang) => {
      await today(window);
      await (await window.find('[data-part="next"] h2 button')).click();
      await window.find('[data-sheet]');
      const held = say(lang, 'closing-letter-held');
      await (await window.find(`[data-sheet] [aria-keyshortcuts="${held}"]`)).click();
      await window.find('[data-closing] [data-part="next"]');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('[data-closing]');
      await window.press('Escape');
      await window.gone('[data-sheet]');
    },
  },
  {
    name: 'need',
    go: async (window) => {
      await today(window);
      await window.press('b');
      await window.find('[data-need-writer]');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('[data-need-writer]');
    },
  },
  place('clients', 'app-clients', 'clients', '[data-row][data-client]'),
  {
    name: 'clients-selected',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await window.find('[data-row="0"]');
      // Who came by pointer has the focus on the sidebar still.
      await window.driver.executeScript(`document.querySelector('[data-row="0"]').focus()`);
      await window.find('[data-row]:focus');
      await window.press('x', 'Shift+ArrowDown', 'Shift+ArrowDown');
      await window.find('[role="toolbar"]');
    },
    leave: (window) => window.press('Escape'),
  },
  {
    name: 'client',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await (await window.find('[data-view="clients"] [data-client] [role="rowheader"]')).click();
      await window.find('[data-view="client"]');
    },
  },
  {
    name: 'client-steps',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await (await window.find('[data-view="clients"] [data-client] [role="rowheader"]')).click();
      await window.click(say(lang, 'trail-steps'));
      await window.find('[data-steps]');
    },
  },
  {
    name: 'client-company',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await (await window.find('[data-view="clients"] [data-client] [role="rowheader"]')).click();
      await window.click(say(lang, 'company-edit'));
    },
  },
  {
    name: 'duplicates',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-menu'));
      await window.click(say(lang, 'duplicates-go'), 'menuitem');
      await window.find('[data-view="duplicates"]');
    },
  },
  place('departures', 'departures', 'departures'),
  place('trash', 'app-trash', 'trash'),
  place('history', 'app-history', 'history'),
  place('settings', 'app-settings', 'settings'),
  {
    name: 'settings-air',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-settings'));
      await window.find('[data-air-preview]');
      await window.driver.executeScript(
        `const rules = document.querySelector('[data-air-rules]');
         const body = rules.closest('.body');
         body.scrollTop += rules.getBoundingClientRect().top - body.getBoundingClientRect().top;`,
      );
    },
  },
  {
    name: 'look-back',
    go: async (window, lang) => {
      await today(window);
      await window.click(say(lang, 'look-back'));
      await window.find('[data-view="lookBack"] [data-about="promises"]');
    },
  },
  over('palette', (window) => window.press('Control+k')),
  over('search', async (window) => {
    await window.press('/');
    await window.type('fro');
    await window.find('[data-hit]');
  }),
  over('shortcuts', (window) => window.press('?')),
  over('draft', (window) => window.press('c')),
  over('sheet', async (window) =>
    (await window.find('[data-grid="time"] [data-touchpoint]')).click(),
  ),
  over('seal', async (window, lang) => {
    await security(window, lang);
    await window.click(say(lang, 'security-seal'));
  }),
  sealed('settings-security', security),
  sealed('recovery-code', async (window, lang) => {
    await security(window, lang);
    await window.click(say(lang, 'security-code'));
    await window.find('[data-proving] input:focus');
    await window.type('trois chênes au bord du lac');
    await window.press('Enter');
    await window.find('[data-code]');
  }),
  sealed('locked', async (window) => {
    await ask(window.driver, 'lock_now');
    await window.find('[data-view="locked"] input:focus');
  }),
  sealed('locked-code', async (window, lang) => {
    await ask(window.driver, 'lock_now');
    await window.click(say(lang, 'locked-forgotten'));
    await window.find('[data-view="locked"] input:focus');
  }),
  {
    name: 'import',
    opening: { args: [WEEK], bare: true },
    go: async (window) => void (await window.find('[role="dialog"]')),
  },
  {
    name: 'import-people',
    opening: { args: [TABLE], bare: true },
    go: async (window) => void (await window.find('[role="dialog"] [data-verdict]')),
  },
  {
    name: 'import-columns',
    opening: { args: [TABLE], bare: true },
    go: async (window, lang) => {
      await window.find('[role="dialog"] [data-verdict]');
      await window.click(say(lang, 'exchange-columns'), 'radio');
    },
  },
  {
    name: 'drag',
    go: async (window, lang) => {
      await week.go(window, lang);
      const gesture = await window.take(/\S/);
      await gesture.over({ date: '2026-11-26', time: '13:00' });
      await window.find('[data-verdict]');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.release();
    },
  },
];

/** Shows view after view, all those of the example week in one window. */
export async function* walk(
  lang: Lang,
  theme: 'light' | 'dark',
  wanted: (name: string) => boolean = () => true,
): AsyncGenerator<[View, Window]> {
  const views = VIEWS.filter((view) => wanted(view.name));
  for (const view of views.filter((each) => each.opening)) {
    const window = await Window.open({ house: new House(), lang, theme, ...view.opening });
    await view.go(window, lang);
    await window.calm();
    yield [view, window];
    await window.close();
  }
  const others = views.filter((each) => !each.opening);
  if (others.length === 0) return;
  const window = await Window.open({ house: new House(), lang, theme, bare: true });
  await window.click(new RegExp(say(lang, 'welcome-examples')));
  await window.find('[data-touchpoint]');
  for (const view of others) {
    await view.go(window, lang);
    await window.calm();
    yield [view, window];
    await view.leave?.(window);
  }
}
