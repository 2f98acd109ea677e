import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { now } from '../../state/now.svelte';
import MonthCell from './MonthCell.svelte';

const cell = (date: string, holiday: string | null) =>
  render(MonthCell, { date, month: '2026-12-01', count: 0, breath: null, holiday });

describe('a day of a month', () => {
  beforeEach(() => now.set({ at: '', wall: '2026-11-24T09:00', zone: 'Europe/Paris', fixed: true, elsewhere: null }));

  it('names its public holiday, to the eye and to the ear', () => {
    cell('2026-12-25', 'Noël');
    expect(screen.getByRole('button', { name: 'vendredi 25 décembre, Noël' })).toBeTruthy();
    expect(screen.getByTitle('Noël').textContent).toBe('Noël');
  });

  it('says its day alone where there is none', () => {
    cell('2026-12-24', null);
    expect(screen.getByRole('button', { name: 'jeudi 24 décembre' })).toBeTruthy();
    expect(screen.queryByTitle('Noël')).toBeNull();
  });
});
