// French first, English whole: the system's language at the first start, then the person's.

import { expect, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say } from '../harness/words';

test('the first start speaks the language of the system', async () => {
  const french = await Window.open({ lang: 'fr', bare: true });
  await french.role('heading', say('fr', 'welcome'));
  await french.close();
  const english = await Window.open({ lang: 'en', bare: true });
  await english.role('heading', say('en', 'welcome'));
});

test('the language is changed while it runs, and stays changed', async () => {
  const house = await House.withWeek();
  const window = await Window.open({ house });
  await window.click(say('fr', 'app-settings'));
  await window.click(say('fr', 'settings-language-en'), 'radio');
  await window.role('heading', say('en', 'settings'));
  const lang = await window.driver.executeScript('return document.documentElement.lang');
  expect(lang, 'a screen reader hears which language it reads').toBe('en');
  await window.click(say('en', 'app-week'));
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  expect(await window.toast(/Moved/), 'what Rust says is in English too').toMatch(/26.*13:00|1:00/);
  await window.close();

  const again = await Window.open({ house });
  await again.role('button', say('en', 'app-plan'));
});
