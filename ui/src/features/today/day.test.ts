import { describe, expect, it } from 'vitest';
import type { Owed, Today } from '../../ipc/bindings.gen';
import { block } from '../../intents/sample';
import { endedOf, shownOwed, turnOf, whenOf } from './day';

const meeting = block('v', '2026-11-24T11:00', '2026-11-24T12:00');

describe('when the next touchpoint is', () => {
  it.each([
    ['2026-11-24T11:00', { type: 'on', until: '2026-11-24T12:00' }],
    ['2026-11-24T10:42', { type: 'soon', minutes: 18 }],
    ['2026-11-24T08:00', { type: 'today' }],
    ['2026-11-23T18:00', { type: 'tomorrow' }],
    ['2026-11-20T18:00', { type: 'later' }],
    ['2026-11-23T23:59', { type: 'tomorrow' }],
  ])('at %s', (wall, when) => {
    expect(whenOf(meeting, wall)).toEqual(when);
  });
});

describe('the day', () => {
  const today = (blocks: Today['blocks'], next: Today['next'] = null): Today => ({
    date: '2026-11-24',
    hours: [540, 1080],
    blocks,
    next,
    owed: [],
    unclosed: [],
    withoutReason: [],
  });

  it('is read again when something ends, and at midnight', () => {
    expect(turnOf(today([meeting]), '2026-11-24T09:12')).toBe('2026-11-24T12:00');
    expect(turnOf(today([meeting]), '2026-11-24T12:00'), 'what is over turns nothing').toBe('2026-11-25T00:00');
    expect(turnOf(today([]), '2026-11-24T09:12')).toBe('2026-11-25T00:00');
  });
});

describe('what is owed', () => {
  const owed = (id: string, due: string | null, state: 'open' | 'kept' = 'open'): Owed => ({
    client: { id: 'c', name: 'Fonderie Perrin' } as Owed['client'],
    promise: { id, owner: 'us', words: id, on: '2026-11-20', due, when: '', late: false, state },
  });

  it('keeps in its place what is ticked off here', () => {
    const shown = shownOwed([owed('a', '2026-11-24'), owed('c', '2026-11-26')], [owed('b', '2026-11-25', 'kept')]);
    expect(shown.map(({ promise }) => promise.id)).toEqual(['a', 'b', 'c']);
  });

  it('shows once what is ticked off and not read again yet', () => {
    const shown = shownOwed([owed('a', '2026-11-24')], [owed('a', '2026-11-24', 'kept')]);
    expect(shown.map(({ promise }) => promise.state)).toEqual(['kept']);
  });

  it('has what has no day at its end', () => {
    const shown = shownOwed([owed('a', null), owed('b', '2026-11-30')], []);
    expect(shown.map(({ promise }) => promise.id)).toEqual(['b', 'a']);
  });
});

describe('what has just ended', () => {
  const nine = block('nine', '2026-11-24T09:00', '2026-11-24T10:00');
  const ten = block('ten', '2026-11-24T10:00', '2026-11-24T10:30');
  const ended = (blocks = [nine, ten], wall = '2026-11-24T10:45', concluded = new Set<string>()) =>
    endedOf(blocks, concluded, wall)?.key ?? null;

  it('is the last meeting that ended within two hours', () => {
    expect(ended()).toBe('ten');
    expect(ended([nine, ten], '2026-11-24T10:15'), 'ten is still on').toBe('nine');
    expect(ended([nine, ten], '2026-11-24T12:45')).toBeNull();
    expect(ended([nine, ten], '2026-11-24T08:00')).toBeNull();
  });

  it('is nothing that was called off, concluded, or no meeting', () => {
    expect(ended(undefined, undefined, new Set(['ten']))).toBe('nine');
    expect(ended([{ ...ten, state: 'cancelled' }])).toBeNull();
    expect(ended([{ ...ten, state: 'held' }])).toBe('ten');
    expect(ended([{ ...ten, purpose: 'work' }])).toBeNull();
    expect(ended([{ ...ten, kind: 'other' }])).toBeNull();
  });
});
