import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Market, MarketEdit } from '../../ipc/bindings.gen';
import { now } from '../../state/now.svelte';
import MarketCard from './MarketCard.svelte';
import type { PageModel } from './page.svelte';

const closed: Market = {
  name: 'Restauration',
  state: 'closed',
  since: '2026-05-12',
  when: '12 mai',
  cause: 'arrêté préfectoral',
  changes: '',
};

/** The card of a market, and what is written of it. */
function shown(part: Partial<Market> = {}) {
  const written: [string, MarketEdit][] = [];
  const model = {
    editMarket: (name: string, edit: MarketEdit) => Promise.resolve(written.push([name, edit]) > 0),
  } as unknown as PageModel;
  render(MarketCard, { model, market: { ...closed, ...part } });
  return written;
}

describe('how a market stands', () => {
  beforeEach(() => now.set({ at: '', wall: '2026-11-24T09:00', zone: 'Europe/Paris', fixed: true, elsewhere: null }));

  it('is said by a word beside its shape, and since when', () => {
    shown();
    expect(screen.getByRole('combobox', { name: 'Situation du marché, Fermé' })).toBeTruthy();
    expect(screen.getAllByText('depuis le')).not.toHaveLength(0);
    expect(screen.getByRole('textbox', { name: 'Pourquoi' })).toHaveProperty('value', 'arrêté préfectoral');
  });

  it('is written where it is read, under the name its clients name it by', async () => {
    const written = shown();
    const changes = screen.getByRole('textbox', { name: 'Ce que cela change pour eux' });
    await userEvent.type(changes, 'vente à emporter permise{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Ne plus dire depuis quand' }));
    expect(written).toEqual([
      ['Restauration', { changes: 'vente à emporter permise' }],
      ['Restauration', { since: '' }],
    ]);
  });

  it('may stand so from a day to come, or since nobody knows when', async () => {
    shown({ since: '2026-12-01' });
    expect(screen.getByText('à partir du')).toBeTruthy();
    const written = shown({ since: null });
    await userEvent.click(screen.getByRole('button', { name: 'Dire depuis quand' }));
    expect(written, 'from today, to begin with').toEqual([['Restauration', { since: '2026-11-24' }]]);
  });
});
