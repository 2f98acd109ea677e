import { describe, expect, it } from 'vitest';
import type { Target } from '../../ipc/bindings.gen';
import { block } from '../../intents/sample';
import { pushOf, pushed } from './keys';

const steps = { usual: 15, fine: 5 };
const press = (key: string, more: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  ...more,
});
const push = (key: string, more = {}, rows: 'hours' | 'weeks' = 'hours') => pushOf(press(key, more), rows, steps, 540)!;
const timed: Target = { type: 'timed', start: '2026-11-23T10:00', minutes: 60 };

describe('arrow keys on what is in hand', () => {
  it('move by 15 minutes, 5 with Alt, and by a day', () => {
    expect(pushed(timed, push('ArrowUp'), null)).toMatchObject({ start: '2026-11-23T09:45' });
    expect(pushed(timed, push('ArrowDown', { altKey: true }), null)).toMatchObject({ start: '2026-11-23T10:05' });
    expect(pushed(timed, push('ArrowRight'), null)).toMatchObject({ start: '2026-11-24T10:00' });
    expect(pushed(timed, push('PageUp'), null), 'a page is a week').toMatchObject({ start: '2026-11-16T10:00' });
  });

  it('move by a week up and down in a month', () => {
    expect(pushed(timed, push('ArrowDown', {}, 'weeks'), null)).toMatchObject({ start: '2026-11-30T10:00' });
  });

  it('resize with Maj, both ends, never under one step', () => {
    expect(pushed(timed, push('ArrowDown', { shiftKey: true }), null)).toMatchObject({ minutes: 75 });
    expect(pushed(timed, push('ArrowLeft', { shiftKey: true }), null)).toMatchObject({
      start: '2026-11-23T09:45',
      minutes: 75,
    });
    expect(pushed(timed, push('ArrowRight', { shiftKey: true }), null)).toMatchObject({
      start: '2026-11-23T10:15',
      minutes: 45,
    });
    const short: Target = { ...timed, minutes: 15 };
    expect(pushed(short, push('ArrowUp', { shiftKey: true }), null)).toEqual(short);
    expect(pushed(short, push('ArrowRight', { shiftKey: true }), null)).toEqual(short);
    const tiny: Target = { ...timed, minutes: 10 };
    expect(
      pushed(tiny, push('ArrowUp', { shiftKey: true }), null),
      'and what is shorter is not made longer by it',
    ).toEqual(tiny);
  });

  it('go to the lane and back, to the tray and out of it, only when asked', () => {
    const own = block('a', '2026-11-23T10:05', '2026-11-23T10:35');
    const lane = pushed(timed, push('ArrowUp', { ctrlKey: true }), own)!;
    expect(lane).toEqual({ type: 'allDay', first: '2026-11-23', days: 1 });
    expect(pushed(lane, push('ArrowUp'), own), 'no hours there').toBe(lane);
    expect(pushed(lane, push('ArrowDown', { shiftKey: true }), own)).toMatchObject({ days: 2 });
    expect(pushed(lane, push('ArrowDown', { ctrlKey: true }), own), 'its own hours again').toEqual({
      type: 'timed',
      start: '2026-11-23T10:05',
      minutes: 30,
    });
    expect(pushed(timed, push('Delete'), own)).toEqual({ type: 'tray' });
    expect(pushed({ type: 'tray' }, { type: 'place', date: '2026-11-26', opening: 540 }, block('w'))).toEqual({
      type: 'timed',
      start: '2026-11-26T09:00',
      minutes: 45,
    });
  });

  it('leave other keys alone', () => {
    expect(pushOf(press('a'), 'hours', steps, 540)).toBeNull();
    expect(pushOf(press('Tab'), 'hours', steps, 540)).toBeNull();
  });
});
