import { describe, expect, it } from 'vitest';
import { isAir, isOwn, lookOf } from './purposes';
import { block } from './sample';

const look = (purpose: 'meeting' | 'air' | 'freed' | 'work' | 'preparation' | 'travel') =>
  lookOf(block('a', undefined, undefined, { purpose, kind: purpose === 'meeting' ? 'phone' : 'other' }));

describe('what time is for', () => {
  it('is seen: a meeting by its kind, air as air, the rest as time of one’s own', () => {
    expect(look('meeting')).toBe('phone');
    expect([look('air'), look('freed')]).toEqual(['air', 'air']);
    expect([look('work'), look('preparation'), look('travel')]).toEqual(['own', 'own', 'own']);
  });

  it('tells whom nobody is met in', () => {
    expect(isOwn({ purpose: 'meeting' })).toBe(false);
    expect(isOwn({ purpose: 'travel' })).toBe(true);
    expect(isAir({ purpose: 'travel' })).toBe(false);
  });
});
