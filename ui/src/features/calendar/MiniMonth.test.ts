import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { desk } from '../../state/desk.svelte';
import { now } from '../../state/now.svelte';
import MiniMonth from './MiniMonth.svelte';

const day = (name: string) => screen.getByRole('button', { name });

describe('the mini-month', () => {
  beforeEach(() => {
    now.set({ at: '', wall: '2026-11-24T09:00', zone: 'Europe/Paris', fixed: true, elsewhere: null });
    desk.show('week', '2026-11-24');
    render(MiniMonth);
  });

  it('numbers its weeks, marks today, and lights up the days the calendar shows', () => {
    expect(screen.getByRole('rowheader', { name: 'Semaine 48' })).toBeTruthy();
    expect(day('mardi 24 novembre').getAttribute('aria-current')).toBe('date');
    const lit = [...document.querySelectorAll('[aria-selected="true"] [data-mini-day]')].map((it) => it.textContent);
    expect(lit).toHaveLength(7);
  });

  it('goes to a day in the same view', async () => {
    await userEvent.click(day('jeudi 26 novembre'));
    expect([desk.view, desk.date]).toEqual(['week', '2026-11-26']);
    desk.show('clients');
    await userEvent.click(day('vendredi 27 novembre'));
    expect([desk.view, desk.date], 'from a view that is no calendar, to the week').toEqual(['week', '2026-11-27']);
  });

  it('is walked by keyboard, into the next month and back', async () => {
    day('mardi 24 novembre').focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('mardi 1er décembre');
    expect(screen.getByText('décembre 2026')).toBeTruthy();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    expect(document.activeElement?.textContent).toContain('lundi 30 novembre');
    await userEvent.keyboard('{PageUp}');
    expect(document.activeElement?.textContent).toContain('vendredi 30 octobre');
    expect(desk.date, 'looking is not going').toBe('2026-11-24');
    await userEvent.keyboard('{Enter}');
    expect(desk.date).toBe('2026-10-30');
  });

  it('has one day in the tab order, whichever month it shows', async () => {
    const stops = () => [...document.querySelectorAll('[data-mini-day][tabindex="0"]')].length;
    expect(stops()).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: 'Mois suivant' }));
    await userEvent.click(screen.getByRole('button', { name: 'Mois suivant' }));
    expect(screen.getByText('janvier 2027')).toBeTruthy();
    expect(stops()).toBe(1);
  });
});
