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
