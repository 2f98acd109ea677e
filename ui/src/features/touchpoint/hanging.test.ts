import { expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import { aroundOf, canHang } from './hanging';

it('what surrounds a meeting is what hangs on it, in order, but for what was called off', () => {
  const work = (key: string, hour: string, more = {}) =>
    block(key, `2026-11-26T${hour}:00`, `2026-11-26T${hour}:30`, { purpose: 'work', hangsOn: 'end', ...more });
  const all = [
    work('way', '13', { purpose: 'travel' }),
    work('second', '11'),
    work('first', '09'),
    work('ready', '12', { purpose: 'preparation' }),
    work('other', '10', { hangsOn: 'another' }),
    work('gone', '12', { state: 'cancelled' }),
    work('met', '15', { purpose: 'meeting' }),
  ];
  expect(aroundOf(all, 'end').map(({ key }) => key)).toEqual(['first', 'second', 'ready', 'way']);
});

it('time is laid before a single meeting that is planned, at an hour to come', () => {
  const now = '2026-11-26T09:00';
  const met = block('met', '2026-11-26T10:00', '2026-11-26T11:00');
  expect(canHang(met, now)).toBe(true);
  expect(canHang(met, '2026-11-26T10:00'), 'it has begun').toBe(false);
  expect(canHang({ ...met, repeats: true }, now)).toBe(false);
  expect(canHang({ ...met, state: 'held' }, now)).toBe(false);
  expect(canHang({ ...met, purpose: 'work' }, now)).toBe(false);
  expect(canHang({ ...met, slot: null }, now)).toBe(false);
  expect(canHang(wholeDays('fair', '2026-11-27', '2026-11-28'), now)).toBe(false);
});
