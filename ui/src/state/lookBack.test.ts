import { describe, expect, it } from 'vitest';
import { isLookBackTime, weekToLookAt } from './lookBack';

describe('the look back', () => {
  it('is offered as a week ends, and before the next one begins', () => {
    expect(isLookBackTime('2026-11-27T13:59')).toBe(false);
    expect(isLookBackTime('2026-11-27T14:00')).toBe(true);
    expect(isLookBackTime('2026-11-30T08:00')).toBe(true);
    expect(isLookBackTime('2026-11-30T12:00')).toBe(false);
    expect(isLookBackTime('2026-11-25T15:00')).toBe(false);
  });

  it('is of the week that is under way, and on a Monday of the one that is over', () => {
    expect(weekToLookAt('2026-11-27T15:00')).toBe('2026-11-23');
    expect(weekToLookAt('2026-11-29T15:00')).toBe('2026-11-23');
    expect(weekToLookAt('2026-11-30T09:00')).toBe('2026-11-23');
    expect(weekToLookAt('2026-12-01T09:00')).toBe('2026-11-30');
  });
});
