import { expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { NONE, tiedTo } from './ties';

const at = (key: string, hour: string, more = {}) =>
  block(key, `2026-11-26T${hour}:00`, `2026-11-26T${hour}:30`, { id: `id-${key}`, ...more });
const blocks = [
  at('met', '14'),
  at('work', '09', { purpose: 'work', hangsOn: 'id-met' }),
  at('way', '13', { purpose: 'travel', hangsOn: 'id-met' }),
  at('alone', '16'),
  at('far', '17', { purpose: 'work', hangsOn: 'id-of-another-week' }),
];
const keys = (key: string | null) => [...tiedTo(blocks, key)];

it('what hangs on a meeting is tied to it, and the meeting to all that hangs on it', () => {
  expect(keys('work')).toEqual(['met']);
  expect(keys('way'), 'not to what hangs beside it').toEqual(['met']);
  expect(keys('met')).toEqual(['work', 'way']);
});

it('nothing is tied to what stands alone, to what is not in sight, to nothing', () => {
  for (const key of ['alone', 'far', 'gone', null]) expect(tiedTo(blocks, key)).toBe(NONE);
});
