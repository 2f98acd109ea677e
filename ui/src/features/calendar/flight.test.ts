import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FLIES_MS, Flight, LANDS_MS } from './flight.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a hand that goes from place to place slowly never flies', () => {
  const flight = new Flight();
  for (let n = 0; n < 5; n += 1) {
    flight.step(n * FLIES_MS);
    expect(flight.flying).toBe(false);
  }
});

test('a fast hand flies from its second place on, and lands where it stays', () => {
  const flight = new Flight();
  flight.step(0);
  expect(flight.flying, 'one place is no flight').toBe(false);
  flight.step(20);
  expect(flight.flying).toBe(true);
  vi.advanceTimersByTime(LANDS_MS - 1);
  expect(flight.flying, 'it may go on').toBe(true);
  vi.advanceTimersByTime(1);
  expect(flight.flying, 'it stays').toBe(false);
});

test('an open hand is on the ground, and its next place is a first one', () => {
  const flight = new Flight();
  flight.step(0);
  flight.step(20);
  flight.end();
  expect(flight.flying).toBe(false);
  flight.step(40);
  expect(flight.flying).toBe(false);
});

test('what waits for a landing is done where the hand lands, at once on the ground, and never where it flew on', () => {
  const flight = new Flight();
  const done: string[] = [];
  flight.step(0);
  flight.landed(() => done.push('first'));
  expect(done, 'on the ground').toEqual(['first']);
  flight.step(20);
  flight.landed(() => done.push('flown over'));
  flight.step(40);
  flight.landed(() => done.push('here'));
  expect(done).toEqual(['first']);
  vi.advanceTimersByTime(LANDS_MS);
  expect(done).toEqual(['first', 'here']);
  flight.step(60);
  flight.step(80);
  flight.landed(() => done.push('let go'));
  flight.end();
  vi.advanceTimersByTime(2 * LANDS_MS);
  expect(done).toEqual(['first', 'here']);
});
