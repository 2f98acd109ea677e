import { describe, expect, it } from 'vitest';
import { leads, leadWord } from './leads';

describe('a lead', () => {
  it('is said as a person says it', () => {
    expect([0, 10, 60, 90, 120, 1440].map(leadWord)).toEqual([
      'Au début',
      '10 min avant',
      '1 h avant',
      '90 min avant',
      '2 h avant',
      'Un jour avant',
    ]);
  });

  it('that was chosen elsewhere is offered too, in its place', () => {
    expect(leads(20).slice(3, 6)).toEqual([15, 20, 30]);
    expect(leads(10)).toEqual(leads(null));
  });
});
