// Every view there is, and how one gets to it. The pictures and the accessibility journey both walk this list.

import { fixture, House, WEEK } from '../harness/house';
import { Window } from '../harness/window';
import { type Lang, say } from '../harness/words';
import { SAFE } from './safe';
import { calendar, over, place, today, type View, week } from './view';

/** People as French Outlook writes them. */
const TABLE = fixture('csv/outlook-fr-cp1252.csv');

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
  ...SAFE,
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
    const house = new House();
    await view.before?.(house);
    const window = await Window.open({ house, lang, theme, ...view.opening });
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
