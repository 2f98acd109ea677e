import { describe, expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { neighbour, tabStop } from './roving.svelte';

const blocks = [
  block('mon9', '2026-11-23T09:00', '2026-11-23T10:00'),
  block('mon14', '2026-11-23T14:00', '2026-11-23T15:00'),
  block('wed9', '2026-11-25T09:30', '2026-11-25T10:00'),
  block('wed15', '2026-11-25T15:00', '2026-11-25T16:00'),
  block('tray'),
];

describe('the keyboard among blocks', () => {
  it('follows the day up and down, and goes on into the next', () => {
    expect(neighbour(blocks, 'mon9', 'down')?.key).toBe('mon14');
    expect(neighbour(blocks, 'mon14', 'down')?.key).toBe('wed9');
    expect(neighbour(blocks, 'mon9', 'up'), 'nothing before').toBeNull();
  });

  it('looks sideways for the nearest hour on the nearest day that has any', () => {
    expect(neighbour(blocks, 'mon14', 'right')?.key, 'Tuesday is empty').toBe('wed15');
    expect(neighbour(blocks, 'wed9', 'left')?.key).toBe('mon9');
    expect(neighbour(blocks, 'wed9', 'right')).toBeNull();
  });

  it('is on one block only: the last one, or the first to come', () => {
    expect(tabStop(blocks, 'wed9', '2026-11-24T09:12')).toBe('wed9');
    expect(tabStop(blocks, 'gone', '2026-11-24T09:12')).toBe('wed9');
    expect(tabStop(blocks, null, '2026-11-30T00:00'), 'all past: the first').toBe('mon9');
    expect(tabStop([], null, '2026-11-30T00:00')).toBeNull();
  });
});
