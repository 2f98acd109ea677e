import { describe, expect, it } from 'vitest';
import type { Block } from '../../ipc/bindings.gen';
import { merged, standing, without } from './lists';

const one = (key: string, when = '14:30') => ({ block: { key } as Block, when, at: '2026-11-24T14:20' });

const ending = (end: string, at: string) => ({ block: { key: end, slot: { end } } as Block, when: '', at });

describe('a list of reminders', () => {
  it('holds what rings again once, at its new time', () => {
    const list = merged([one('a'), one('b')], [one('a', '15:00'), one('c')]);
    expect(list.map(({ block, when }) => `${block.key} ${when}`)).toEqual(['b 14:30', 'a 15:00', 'c 14:30']);
  });

  it('loses what ended meanwhile, and keeps what was put off until after its end', () => {
    const list = [
      ending('2026-11-24T15:00', '2026-11-24T14:20'),
      ending('2026-11-24T16:00', '2026-11-24T14:20'),
      ending('2026-11-23T15:00', '2026-11-24T14:20'),
    ];
    expect(standing(list, '2026-11-24T14:59')).toBe(list);
    expect(standing(list, '2026-11-24T15:00')).toEqual(list.slice(1));
  });

  it('loses what was answered, and nothing else', () => {
    expect(without([one('a'), one('b')], one('a', '15:00')).map(({ block }) => block.key)).toEqual(['b']);
    expect(without([one('a')], one('x'))).toHaveLength(1);
  });
});
