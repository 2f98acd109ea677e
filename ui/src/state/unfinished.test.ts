import { expect, test } from 'vitest';
import { allUnfinished, giveUnfinished, isUnfinished, keepUnfinished, takeUnfinished } from './unfinished';

test('what is being written goes away as one text, and comes back once', () => {
  expect(allUnfinished(), 'nothing is written').toBe(null);
  const stop = keepUnfinished('draft', () => ({ title: 'Point budget' }));
  const stopOther = keepUnfinished('other', () => null);
  const text = allUnfinished();
  stop();
  stopOther();
  expect(allUnfinished()).toBe(null);
  giveUnfinished(text);
  expect([isUnfinished('draft'), isUnfinished('other')]).toEqual([true, false]);
  expect(takeUnfinished('draft')).toEqual({ title: 'Point budget' });
  expect(takeUnfinished('draft'), 'once').toBe(null);
  giveUnfinished(null);
  expect(isUnfinished('draft')).toBe(false);
});

test('one that came later under the same name is not taken away by the former', () => {
  const former = keepUnfinished('draft', () => 1);
  const later = keepUnfinished('draft', () => 2);
  former();
  expect(allUnfinished()).toBe('{"draft":2}');
  later();
});
