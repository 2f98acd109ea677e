import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../intents/sample';
import { concluding, isConcludable, meetingOf } from './concluding.svelte';

const WALL = '2026-11-24T10:30';
const keys = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

describe('a meeting to conclude', () => {
  const video = block('video', '2026-11-24T09:00', '2026-11-24T10:00');

  it('has an hour, is a meeting, and was not called off', () => {
    expect(isConcludable(video)).toBe(true);
    expect(isConcludable({ ...video, state: 'held' })).toBe(true);
    expect(isConcludable({ ...video, state: 'cancelled' })).toBe(false);
    expect(isConcludable({ ...video, purpose: 'work' })).toBe(false);
    expect(isConcludable(block('waiting'))).toBe(false);
    expect(isConcludable(wholeDays('fair', '2026-11-24', '2026-11-25'))).toBe(false);
  });

  it('is the last that began, else the next one, else one of long ago', () => {
    const next = block('next', '2026-11-24T14:00', '2026-11-24T15:00');
    const old = block('old', '2026-10-01T14:00', '2026-10-01T15:00');
    expect(meetingOf([next, video, old], WALL)?.key).toBe('video');
    expect(meetingOf([next, old], WALL)?.key).toBe('next');
    expect(meetingOf([old], WALL)?.key).toBe('old');
    expect(meetingOf([block('waiting')], WALL)).toBeNull();
  });

  it('is asked for by its letter alone, in either case', () => {
    expect(concluding.press({ key: 'f', ...keys, ctrlKey: true }, video)).toBe(false);
    expect(concluding.press({ key: 'x', ...keys }, video)).toBe(false);
    expect(concluding.asked).toBeNull();
    expect(concluding.press({ key: 'f', ...keys }, video)).toBe(true);
    expect(concluding.asked).toEqual({ block: video, on: null, entered: false });
    concluding.done(video);
    expect(concluding.asked).toBeNull();
    expect(concluding.concluded.has('video')).toBe(true);
  });

  it('without an hour opens nothing', () => {
    concluding.ask(block('waiting'));
    expect(concluding.asked).toBeNull();
  });
});
