import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, dayWritten } from './days';

describe('a day as one types it', () => {
  it.each([
    ['14/07/1980', '1980-07-14'],
    [' 4.7.1980 ', '1980-07-04'],
    ['14 07 1980', '1980-07-14'],
    ['1980-7-14', '1980-07-14'],
    ['29/02/2024', '2024-02-29'],
    ['', ''],
  ])('%s → %s', (typed, day) => {
    expect(dayIn(typed)).toBe(day);
  });

  it.each(['29/02/2023', '31/04/2020', '00/01/2020', '14/07/80', 'juillet', '14/07', '1980'])('%s is none', (typed) => {
    expect(dayIn(typed)).toBeNull();
  });

  it('is read as it is written, any day', () => {
    const days = fc.date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        return dayIn(dayWritten(day)) === day;
      }),
    );
  });
});
