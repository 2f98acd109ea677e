import { expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { workFor } from './hanging';

it('the work for a meeting is what hangs on it, in order, but for what was called off', () => {
  const work = (key: string, hour: string, more = {}) =>
    block(key, `2026-11-26T${hour}:00`, `2026-11-26T${hour}:30`, { purpose: 'work', hangsOn: 'end', ...more });
  const all = [
    work('second', '11'),
    work('first', '09'),
    work('other', '10', { hangsOn: 'another' }),
    work('gone', '12', { state: 'cancelled' }),
    work('way', '13', { purpose: 'travel' }),
  ];
  expect(workFor(all, 'end').map(({ key }) => key)).toEqual(['first', 'second']);
});
