import { describe, expect, it } from 'vitest';
import type { ClientPage, Ghost, Step } from '../../../ipc/bindings.gen';
import { seedOf } from './seed';
import { added, changed, isTaken, MOST, moved, removed } from './steps';

const step = (aim: string): Step => ({ kind: 'video', aim, after: 3 });
const [a, b, c] = [step('a'), step('b'), step('c')];
const page = { id: 'c1', name: 'Fonderie Perrin' } as ClientPage;

describe('steps of a path', () => {
  it('move one place, and stay at either end', () => {
    expect(moved([a, b, c], 1, -1)).toEqual([b, a, c]);
    expect(moved([a, b, c], 1, 1)).toEqual([a, c, b]);
    expect(moved([a, b], 0, -1)).toEqual([a, b]);
    expect(moved([a, b], 1, 1)).toEqual([a, b]);
  });

  it('are changed and taken away one by one, and no more are added than are kept', () => {
    expect(changed([a, b], 1, { after: 9 })).toEqual([a, { ...b, after: 9 }]);
    expect(removed([a, b, c], 1)).toEqual([a, c]);
    expect(added([a])).toHaveLength(2);
    const full = Array.from({ length: MOST }, () => a);
    expect(added(full)).toHaveLength(MOST);
  });

  it('are taken once they are suggested no more', () => {
    const ghosts: Ghost[] = [{ step: 1, kind: 'video', aim: '', on: '2026-11-26', minutes: 60 }];
    expect([isTaken(ghosts, 0), isTaken(ghosts, 1)]).toEqual([true, false]);
  });
});

describe('a suggested step', () => {
  const ghost: Ghost = { step: 2, kind: 'phone', aim: 'Lever le dernier doute', on: '2026-12-03', minutes: 25 };

  it('becomes a touchpoint of its kind, for what it is for, as long as the core says', () => {
    expect(seedOf(page, ghost)).toEqual({
      key: 'step-2',
      client: { id: 'c1', name: 'Fonderie Perrin' },
      kind: 'phone',
      reason: { bring: '', astonish: '', clarify: 'Lever le dernier doute', urgent: false },
      minutes: 25,
      on: '2026-12-03',
    });
  });

  it('that is work meets nobody', () => {
    expect(seedOf(page, { ...ghost, kind: 'work', minutes: null })).toBeNull();
  });
});
