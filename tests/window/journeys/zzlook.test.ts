import { test } from 'vitest';
import { ask, each } from '../harness/core';
import { Gesture } from '../harness/gesture';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { say, type Lang } from '../harness/words';
const NOTHING = { title: '', place: '', link: '', notes: '', participants: [], force: true };
function ago(back: number): string {
  return new Date(Date.UTC(2026, 10, 24) - back * 86_400_000).toISOString().slice(0, 10);
}
test.each([['fr','light'],['en','dark']] as const)('look %s %s', { timeout: 200_000 }, async (lang: Lang, theme) => {
  const window = await Window.open({ house: new House(), theme, lang, bare: true });
  await window.click(new RegExp(say(lang, 'welcome-empty')));
  await window.find('[data-view]');
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', { name: 'Fromagerie du Lac' });
  const { id } = made.client;
  const list: [string, string, string, string][] = [
    ['phone', `${ago(400)}T10:00`, 'Premier appel', 'held'],
    ['video', `${ago(380)}T10:00`, 'Démonstration', 'held'],
    ['inPerson', `${ago(240)}T09:00`, 'Visite de l’affinage', 'held'],
    ['phone', `${ago(100)}T10:00`, 'Relance', 'missed'],
    ['phone', `${ago(92)}T10:00`, 'Relance', 'cancelled'],
    ['video', `${ago(60)}T10:00`, 'Point budget', 'held'],
    ['video', `${ago(1)}T10:00`, 'Interview', 'planned'],
    ['video', `2026-11-26T13:00`, 'Conclusion', 'planned'],
  ];
  for (const [kind, start, title, state] of list) {
    const why = { bring: { 400: 'comprendre leur saison', 380: 'la maquette sur leurs données', 240: 'voir la cave au travail', 100: 'le devis promis', 92: 'un confrère passé à la vente directe', 60: 'chiffrer la variante froide', 1: 'qui décide du budget' }[Math.round((Date.UTC(2026,10,24)-Date.parse(start.slice(0,10)))/864e5)] ?? 'lever le doute sur l’arrêt de la première ligne', astonish: '', clarify: '', urgent: false };
    const done = await ask<{ block: { id: string } }>(window.driver, 'plan_touchpoint', { draft: { ...NOTHING, title, kind, reason: why, client: { type: 'existing', id }, to: { type: 'timed', start, minutes: 60 }, minutes: 60 } });
    if (state !== 'planned') await ask(window.driver, 'close_touchpoint', { which: { id: done.block.id, occurrence: null, scope: 'this' }, closing: { state, outcome: '', sights: { workshop: true }, needs: [], answered: [], promises: [], kept: [], lookAgain: null } });
  }
  await ask(window.driver, 'edit_path', { id, edit: { steps: { type: 'template', template: 'discovery' } } });
  await window.click(say(lang, 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-path] [data-trail-scroller] li');
  const shot = async (name: string) => { await window.calm(); await window.screenshot(`/tmp/look/${name}-${lang}-${theme}.png`); };
  await shot('page');
  await window.driver.executeScript(`document.querySelector('[data-trail][tabindex="0"]').focus()`);
  await window.press('Home');
  await window.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await shot('walked');
  await window.press('End');
  await shot('ghost');
  await window.click(say(lang, 'trail-steps'));
  await window.find('[data-step="3"]');
  await shot('steps');
  await window.click(say(lang, 'trail-steps'));
  await window.driver.executeScript(`document.querySelector('[data-suggested="step-3"]').scrollIntoView({inline:'center', block: 'nearest'})`);
  const g = await Gesture.on(window.driver, await window.find('[data-suggested="step-3"]'));
  await g.to({ x: 700, y: 400 });
  await g.to({ x: 760, y: 450 });
  await window.find('[data-verdict]');
  await shot('drag');
  await window.press('Escape');
  await g.drop();
  await window.driver.manage().window().setRect({ width: 700, height: 820 });
  await shot('narrow');
  // 200 %: the text twice as large.
  await window.driver.manage().window().setRect({ width: 1360, height: 820 });
  await window.driver.executeScript(`document.documentElement.style.fontSize = '200%'`);
  await ask(window.driver, 'edit_path', { id, edit: { aim: 'renew' } });
  await shot('large');
});
