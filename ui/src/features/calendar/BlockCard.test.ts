import { render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { now } from '../../state/now.svelte';
import BlockCard from './BlockCard.svelte';
import { layOut, segmentsOf } from './layout';
import { tied } from './tied.svelte';

function card(minutes: number, column = 160, more = {}) {
  const it = block('v', '2026-11-26T13:00', `2026-11-26T${minutes === 60 ? '14:00' : `13:${minutes}`}`, {
    title: 'Fromagerie du Lac',
    id: 'tp_1',
    ...more,
  });
  const [placed] = layOut(segmentsOf([it], '2026-11-26'), 15);
  return render(BlockCard, { placed, pxPerMinute: 64 / 60, column, unit: 1, stop: true }).container;
}

describe('a block', () => {
  it('is a button with a full name, and carries its handles', () => {
    card(60);
    const button = screen.getByRole('button', { name: /^Visio, Fromagerie du Lac, jeudi 26 novembre, 13:00 à 14:00/ });
    expect({ ...button.dataset }).toMatchObject({
      touchpoint: 'tp_1',
      key: 'v',
      start: '2026-11-26T13:00:00+01:00',
      end: '2026-11-26T14:00:00+01:00',
      kind: 'video',
      ends: 'start end',
    });
    expect(button.tabIndex, 'it is the one the keyboard comes to').toBe(0);
  });

  it('stands at its time, with the least height of a quarter', () => {
    const button = card(15).querySelector<HTMLElement>('[data-key]')!;
    expect(button.style.top).toBe(`${13 * 64}px`);
    expect(button.style.height, 'two pixels of air under it').toBe('14px');
  });

  it('drops lines rather than cut them', () => {
    const reason = { bring: 'un devis', astonish: '', clarify: '' };
    expect(card(60, 160, { reason }).textContent).toContain('un devis');
    expect(card(15, 160, { reason }).querySelector('.why'), 'no room for a reason').toBeNull();
  });

  it('called off, is the edge of the air it left: a button still, with its whole name', () => {
    const span = ['2026-11-26T13:00', '2026-11-26T14:00'] as const;
    const off = block('off', ...span, { state: 'cancelled', title: 'Fromagerie du Lac' });
    const [edge] = layOut(segmentsOf([off, block('air', ...span, { purpose: 'freed' })], '2026-11-26'), 15);
    render(BlockCard, { placed: edge, pxPerMinute: 64 / 60, column: 160, unit: 1, stop: true });
    const button = screen.getByRole('button', { name: /Fromagerie du Lac.*annulé/i });
    expect(button.tabIndex).toBe(0);
    expect(button.querySelector('strong'), 'no room for words').toBeNull();
  });

  it('is marked when it belongs to what is pointed at', () => {
    const hangs = block('w', '2026-11-26T09:00', '2026-11-26T09:30', { purpose: 'work', hangsOn: 'tp_1' });
    const shown = card(60);
    const marked = () => shown.querySelector('[data-tied]') !== null;
    const met = block('v', '2026-11-26T13:00', '2026-11-26T14:00', { id: 'tp_1' });
    const pointed = document.createElement('i');
    pointed.dataset.key = 'w';
    tied.hover(pointed);
    tied.mark([met, hangs]);
    flushSync();
    expect(marked()).toBe(true);
    tied.clear();
    flushSync();
    expect(marked()).toBe(false);
  });

  it('is past when it is over, as the core reads the clock', () => {
    now.set({ at: '', wall: '2026-11-26T13:59', zone: 'Europe/Paris', fixed: true, elsewhere: null });
    expect(card(60).querySelector('[data-past]')).toBeNull();
    now.set({ at: '', wall: '2026-11-26T14:00', zone: 'Europe/Paris', fixed: true, elsewhere: null });
    expect(card(60).querySelector('[data-past]')).not.toBeNull();
  });
});
