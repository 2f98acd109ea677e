import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lag } from './stiffness';

describe('a stiff ghost', () => {
  it('stays behind the step it makes', () => {
    expect(lag({ x: 0, y: 0 }, { x: 0, y: 20 })).toEqual({ x: 0, y: -8 });
    expect(lag({ x: 5, y: 5 }, { x: 5, y: 5 })).toEqual({ x: 0, y: 0 });
  });

  it('never leaves its slot, whatever the step', () => {
    const place = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const { x, y } = lag(from, to);
        expect(Math.hypot(x, y)).toBeLessThanOrEqual(14.001);
      }),
    );
  });
});
