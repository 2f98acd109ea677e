import { describe, expect, it } from 'vitest';
import type { Block, Reminded } from '../../ipc/bindings.gen';
import { merged, without } from './lists';

const one = (key: string, when = '14:30'): Reminded => ({ block: { key } as Block, when });

describe('a list of reminders', () => {
  it('holds what rings again once, at its new time', () => {
    const list = merged([one('a'), one('b')], [one('a', '15:00'), one('c')]);
    expect(list.map(({ block, when }) => `${block.key} ${when}`)).toEqual(['b 14:30', 'a 15:00', 'c 14:30']);
  });

  it('loses what was answered, and nothing else', () => {
    expect(without([one('a'), one('b')], one('a', '15:00')).map(({ block }) => block.key)).toEqual(['b']);
    expect(without([one('a')], one('x'))).toHaveLength(1);
  });
});
