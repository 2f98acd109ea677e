import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import Toaster from './Toaster.svelte';
import { toasts } from './toasts.svelte';

afterEach(() => {
  for (const { id } of toasts.shown) toasts.dismiss(id);
  toasts.resume();
});

describe('the toasts', () => {
  it('are said in a live region that is there before them', async () => {
    render(Toaster, { dismissLabel: 'Fermer' });
    const region = screen.getByRole('status');
    toasts.show({ text: 'Déplacé à jeu. 26 nov. 14:30' });
    expect(await screen.findByText('Déplacé à jeu. 26 nov. 14:30'), 'a screen reader hears it').toBeTruthy();
    expect(region.getAttribute('aria-live')).toBe('polite');
  });

  it('do what they offer, once, and go', async () => {
    render(Toaster, { dismissLabel: 'Fermer' });
    let undone = 0;
    toasts.show({ text: 'Déplacé', actions: [{ label: 'Annuler', run: () => (undone += 1) }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Annuler' }));
    expect(undone).toBe(1);
    expect(toasts.shown, 'it is said and done').toEqual([]);
  });
});
