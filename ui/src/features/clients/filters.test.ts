import { describe, expect, it } from 'vitest';
import type { Filter, ListView } from '../../ipc/bindings.gen';
import { BY_NAME, EVERYONE, conditions, holds, isSameWay, toggled, viewOf, type Condition } from './filters';

const EACH: Condition[] = [
  { by: 'tag', value: 'salon' },
  { by: 'market', value: 'Santé' },
  { by: 'tier', value: 'a' },
  { by: 'ask', value: 'seeInPerson' },
  { by: 'next', value: false },
  { by: 'archived', value: true },
];

describe('a condition', () => {
  it('is set, shown and taken away, whichever it is', () => {
    for (const condition of EACH) {
      const one = toggled(EVERYONE, condition);
      expect(conditions(one), condition.by).toEqual([condition]);
      expect(holds(one, condition)).toBe(true);
      expect(toggled(one, condition), 'twice is as if never').toEqual(EVERYONE);
    }
  });

  it('stands beside others', () => {
    const all = EACH.reduce((filter: Filter, condition) => toggled(filter, condition), EVERYONE);
    expect(conditions(all)).toEqual(EACH);
    expect(holds(toggled(all, EACH[0]), EACH[1])).toBe(true);
  });

  it('with a next step replaces without one', () => {
    const filter = toggled(toggled(EVERYONE, { by: 'next', value: true }), { by: 'next', value: false });
    expect(conditions(filter)).toEqual([{ by: 'next', value: false }]);
  });
});

describe('two ways of looking', () => {
  const way = { filter: { ...EVERYONE, tags: ['a', 'b'] }, sort: BY_NAME, columns: ['city' as const] };

  it('are the same whatever order the conditions were chosen in', () => {
    expect(isSameWay(way, { ...way, filter: { ...EVERYONE, tags: ['b', 'a'] } })).toBe(true);
    expect(isSameWay(way, { ...way, filter: EVERYONE })).toBe(false);
    expect(isSameWay(way, { ...way, sort: { by: 'city', descending: false } })).toBe(false);
    expect(isSameWay(way, { ...way, columns: [] })).toBe(false);
  });

  it('are recognised among those that are kept', () => {
    const kept: ListView[] = [
      { id: '1', name: 'Autres', filter: EVERYONE, sort: BY_NAME, columns: [] },
      { id: '2', name: 'Salon', ...way },
    ];
    expect(viewOf(kept, way)?.name).toBe('Salon');
    expect(viewOf(kept, { ...way, columns: [] })).toBeUndefined();
  });
});
