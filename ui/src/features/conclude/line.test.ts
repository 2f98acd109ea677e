import { expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { lineOf } from './line';

it('a bridge is a line of days, with what stands on each and what lies between', () => {
  const work = (title: string, start: string, end: string) => ({ title, start, end, when: '' });
  const days = lineOf(block('video', '2026-11-24T10:00', '2026-11-24T11:00'), {
    date: '2026-11-30',
    start: '2026-11-30T10:00',
    end: '2026-11-30T11:00',
    when: '',
    after: 4,
    sameHour: true,
    work: [
      work('Chiffrer', '2026-11-24T11:00', '2026-11-24T12:00'),
      work('Relire', '2026-11-26T09:00', '2026-11-26T09:30'),
    ],
  });
  expect(days.map(({ date, gap, stones }) => [date, gap, stones.map(({ is }) => is)])).toEqual([
    ['2026-11-24', 0, ['first', 'work']],
    ['2026-11-26', 1, ['work']],
    ['2026-11-30', 3, ['conclusion']],
  ]);
});
