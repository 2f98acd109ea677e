import { describe, expect, it } from 'vitest';
import { askedInFilter, askedOnRow } from './keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a key on a row', () => {
  it('goes from row to row, and no further than the ends', () => {
    expect(askedOnRow(press('ArrowDown'), 3, 10)).toEqual({ what: 'go', to: 4 });
    expect(askedOnRow(press('ArrowDown'), 9, 10)).toEqual({ what: 'go', to: 9 });
    expect(askedOnRow(press('PageUp'), 3, 50_000)).toEqual({ what: 'go', to: 0 });
    expect(askedOnRow(press('End'), 3, 50_000)).toEqual({ what: 'go', to: 49_999 });
  });

  it('draws a range with Shift', () => {
    expect(askedOnRow(press('ArrowDown', { shiftKey: true }), 3, 10)).toEqual({ what: 'extend', to: 4 });
    expect(askedOnRow(press('End', { shiftKey: true }), 3, 10)).toEqual({ what: 'extend', to: 9 });
    expect(askedOnRow(press(' ', { shiftKey: true }), 3, 10), 'from the last choice to here').toEqual({
      what: 'reach',
    });
  });

  it('selects, all or one', () => {
    expect(askedOnRow(press('x'), 0, 10)).toEqual({ what: 'toggle' });
    expect(askedOnRow(press(' '), 0, 10)).toEqual({ what: 'toggle' });
    expect(askedOnRow(press('a', { ctrlKey: true }), 0, 10)).toEqual({ what: 'all' });
    expect(askedOnRow(press('a', { metaKey: true }), 0, 10), 'on a Mac').toEqual({ what: 'all' });
    expect(askedOnRow(press('Escape'), 0, 10)).toEqual({ what: 'none' });
  });

  it('that makes a letter begins a name; a mark or a shortcut stays what it is', () => {
    expect(askedOnRow(press('é'), 0, 10)).toEqual({ what: 'type', letter: 'é' });
    expect(askedOnRow(press('7'), 0, 10)).toEqual({ what: 'type', letter: '7' });
    for (const key of ['/', '?', 'F2', 'Tab']) expect(askedOnRow(press(key), 0, 10), key).toBeNull();
    expect(askedOnRow(press('k', { ctrlKey: true }), 0, 10)).toBeNull();
    expect(askedOnRow(press('a', { altKey: true }), 0, 10)).toBeNull();
  });
});

describe('a key in the filter', () => {
  it('is the text’s own, but for going down, opening and giving up', () => {
    expect(askedInFilter(press('ArrowDown'), 4, 10), 'back to the row one was on').toEqual({ what: 'go', to: 4 });
    expect(askedInFilter(press('Enter'), 4, 10)).toEqual({ what: 'open' });
    expect(askedInFilter(press('Escape'), 4, 10)).toEqual({ what: 'none' });
    for (const key of ['x', ' ', 'Home', 'End', 'Delete', 'ArrowUp']) {
      expect(askedInFilter(press(key), 4, 10), key).toBeNull();
    }
    expect(askedInFilter(press('a', { ctrlKey: true }), 4, 10), 'all of the text').toBeNull();
  });
});
