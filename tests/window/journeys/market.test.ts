// A market that closes is said on a client's page, and is a reason to call in one keystroke.

import { expect, test } from 'vitest';
import { ask } from '../harness/core';
import { House } from '../harness/house';
import { until } from '../harness/until';
import { Window } from '../harness/window';
import { say } from '../harness/words';

interface Page {
  market: { name: string; state: string; since: string | null; changes: string } | null;
}

/** A window on the page of a client in no market. */
async function onPage(theme: 'light' | 'dark' = 'light'): Promise<{ window: Window; id: string }> {
  const window = await Window.open({ house: await House.withWeek(), theme });
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Chez Paul',
  });
  const { id } = made.client;
  await window.click(say('fr', 'app-clients'));
  await (await window.find(`[data-client="${id}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"]');
  return { window, id };
}

const market = async (window: Window, id: string) =>
  (await ask<Page>(window.driver, 'client', { id })).market;

/** Types a market that is not there yet, and says that it closed. */
async function closed(window: Window): Promise<void> {
  await window.click(say('fr', 'client-market'));
  await window.type('Restauration');
  await window.click(/Nouveau marché/, 'option');
  await window.click(/^Situation du marché/, 'combobox');
  await window.click(say('fr', 'market-state-closed'), 'option');
  await window.find('[data-stands="closed"]');
}

test('a market typed on the page and closed there is offered in the draft, and taken by a keystroke', async () => {
  const { window, id } = await onPage();
  await closed(window);
  await window.fill(say('fr', 'market-changes'), 'vente à emporter permise');
  await window.press('Enter');
  await until('it is on disk', async () => {
    const found = await market(window, id);
    return found?.changes === 'vente à emporter permise' && found.since === '2026-11-24';
  });
  await window.role('button', /Restauration · Fermé/);

  await window.click(/Chez Paul/);
  const piece = await window.find('[data-material] button');
  const text = await piece.getAttribute('textContent');
  expect(text, 'the piece whole, however little of it there is room for').toMatch(
    /Marché.*fermé depuis le 24 nov\./,
  );
  await window.press('Alt+1');
  await window.press('Control+Enter');
  await window.toast(/Planifié/);
  await window.press('Control+z');
  await window.toast(/Planifier/);
});

test('a market that is removed leaves the page, and one step back brings it again', async () => {
  const { window, id } = await onPage();
  await closed(window);
  await window.click(/marché Restauration$/);
  await window.click(say('fr', 'market-remove'), 'menuitem');
  await window.gone('[data-stands="closed"]');
  expect(await market(window, id)).toBeNull();
  await window.press('Control+z');
  await window.find('[data-stands="closed"]');
});

test.each(['light', 'dark'] as const)(
  'nothing of it is hard to reach or to read (%s)',
  async (theme) => {
    const { window } = await onPage(theme);
    await closed(window);
    await window.calm();
    expect(await window.axe()).toEqual([]);
  },
);
