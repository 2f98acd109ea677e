import { describe, expect, test } from 'vitest';
import type { HistoryLine } from '../../ipc/bindings.gen';
import { byDay, heading } from './days';

function line(seq: number, day: string): HistoryLine {
  return { seq, steps: [seq], day, hour: '10:00', when: '', said: '', by: 'window', undone: false, way: 'back' };
}

describe('the history under its days', () => {
  test('lines stay in their order under the day they were written on', () => {
    const days = byDay([line(4, '2026-11-24'), line(3, '2026-11-24'), line(2, '2026-11-23')]);
    expect(days.map(({ day, lines }) => [day, lines.map(({ seq }) => seq)])).toEqual([
      ['2026-11-24', [4, 3]],
      ['2026-11-23', [2]],
    ]);
  });

  test('a day is called as one calls it today', () => {
    expect(heading('2026-11-24', '2026-11-24')).toBe('Aujourd’hui');
    expect(heading('2026-11-30', '2026-12-01')).toBe('Hier');
    expect(heading('2026-11-24', '2026-12-01')).toBe('mardi 24 novembre');
    expect(heading('2025-11-24', '2026-12-01')).toBe('lundi 24 novembre 2025');
  });
});
