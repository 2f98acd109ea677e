import { expect, test, vi } from 'vitest';
import { Stirring, watchGestures } from './stirring';

test('the first gesture is told at once, and then one every few seconds', () => {
  const stirring = new Stirring();
  expect(stirring.tells(0)).toBe(true);
  expect([1, 500, 5_999].map((now) => stirring.tells(now))).toEqual([false, false, false]);
  expect(stirring.tells(6_000)).toBe(true);
  expect(stirring.tells(6_001)).toBe(false);
});

test('gestures are told until one stops, wherever they are made', () => {
  const tell = vi.fn();
  const stop = watchGestures(tell);
  document.body.addEventListener('keydown', (event) => event.stopPropagation(), { once: true });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  expect(tell, 'even one that a field keeps for itself').toHaveBeenCalledTimes(1);
  stop();
  dispatchEvent(new Event('wheel'));
  expect(tell).toHaveBeenCalledTimes(1);
});
