import { describe, expect, it } from 'vitest';
import { densityFor } from './density';

describe('the face of a block', () => {
  it('is one line when it is short, and never a line cut in two', () => {
    expect(densityFor(14, 160)).toMatchObject({ face: 'slim' });
    expect(densityFor(30, 160)).toMatchObject({ face: 'line' });
    expect(densityFor(37, 160), 'one pixel short of two lines').toMatchObject({ face: 'line' });
    expect(densityFor(38, 160)).toMatchObject({ face: 'full', lines: 1 });
    expect(densityFor(53, 160)).toMatchObject({ face: 'full', lines: 1 });
    expect(densityFor(54, 160)).toMatchObject({ face: 'full', lines: 2 });
  });

  it('does not grow without end', () => {
    expect(densityFor(600, 160).lines).toBe(7);
  });

  it('shows of the hours what fits beside the rest', () => {
    expect(densityFor(60, 160)).toMatchObject({ hours: 'both', marks: true });
    expect(densityFor(60, 125)).toMatchObject({ hours: 'both', marks: false });
    expect(densityFor(60, 90)).toMatchObject({ hours: 'start' });
    expect(densityFor(60, 50)).toMatchObject({ hours: 'none' });
    expect(densityFor(30, 160), 'a title keeps its letters').toMatchObject({ hours: 'start' });
    expect(densityFor(30, 130)).toMatchObject({ hours: 'none' });
  });

  it('keeps room for the mark of a state', () => {
    expect(densityFor(60, 125, 1, true)).toMatchObject({ hours: 'start', state: true });
    expect(densityFor(60, 40, 1, true), 'or leaves it out').toMatchObject({ state: false });
  });

  it('breaks a long word only where half of one fits', () => {
    expect(densityFor(120, 160)).toMatchObject({ breaks: true });
    expect(densityFor(120, 30), 'else letters would stand in a tower').toMatchObject({ breaks: false });
  });

  it('counts in the size of the letters', () => {
    expect(densityFor(60, 200, 2)).toMatchObject({ face: 'line', hours: 'none' });
  });
});
