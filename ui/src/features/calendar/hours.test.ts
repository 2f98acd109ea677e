import { describe, expect, it } from 'vitest';
import { anyDay } from '../../intents/sample';
import { firstMinute, hourHeight } from './hours';

describe('hours', () => {
  it('are a whole number of quarters tall, readable in a low window and not lost in a tall one', () => {
    expect(hourHeight(500)).toBe(64);
    expect(hourHeight(800)).toBe(76);
    expect(hourHeight(2000)).toBe(96);
    expect(hourHeight(500, 2), 'larger letters need taller hours').toBe(128);
  });

  it('open at the first working hour, or at now when it would be out of sight', () => {
    const days = [anyDay('2026-11-23', [540, 1080]), anyDay('2026-11-24', [510, 1080]), anyDay('2026-11-28', null)];
    expect(firstMinute(days, 600, 9)).toBe(480);
    expect(firstMinute(days, null, 9)).toBe(480);
    expect(firstMinute(days, 1290, 9), 'late in the evening').toBe(1230);
    expect(firstMinute(days, 20, 9), 'after midnight').toBe(0);
    expect(firstMinute([], null, 9)).toBe(450);
  });
});
