import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import { agendaDays } from './agenda';
import { datesIn } from './pages';

const dates = datesIn('2026-11-23', '2026-11-28');

describe('the agenda', () => {
  it('has the days with something on them, and today', () => {
    const days = agendaDays(dates, [block('a', '2026-11-26T10:00', '2026-11-26T11:00')], '2026-11-24');
    expect(days.map(({ date, blocks }) => [date, blocks.length])).toEqual([
      ['2026-11-24', 0],
      ['2026-11-26', 1],
    ]);
  });

  it('says what lasts several days once, on the first that is shown', () => {
    const days = agendaDays(dates, [wholeDays('fair', '2026-11-20', '2026-11-26')], '2026-12-24');
    expect(days.map(({ date }) => date)).toEqual(['2026-11-23']);
  });
});
