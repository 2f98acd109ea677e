/** What the list is filtered by: chosen, shown as chips, taken away, compared. Pure. */
import type { Ask, Column, Filter, ListView, Sort, Tier } from '../../ipc/bindings.gen';

/** One condition. */
export type Condition =
  | { by: 'tag'; value: string }
  | { by: 'market'; value: string }
  | { by: 'tier'; value: Tier }
  | { by: 'ask'; value: Ask }
  | { by: 'next'; value: boolean }
  | { by: 'archived'; value: true };

/** No condition at all. */
export const EVERYONE: Filter = { tags: [], markets: [], tiers: [], archived: false, next: null, asks: [] };

/** What clients ask for, in the order it is offered. */
export const ASKS: readonly Ask[] = ['seeInPerson', 'promise', 'reason'];

/** The order one begins with. */
export const BY_NAME: Sort = { by: 'name', descending: false };

/** The conditions of a filter, in the order they are shown. */
export function conditions(filter: Filter): Condition[] {
  return [
    ...(filter.tags ?? []).map((value): Condition => ({ by: 'tag', value })),
    ...(filter.markets ?? []).map((value): Condition => ({ by: 'market', value })),
    ...(filter.tiers ?? []).map((value): Condition => ({ by: 'tier', value })),
    ...(filter.asks ?? []).map((value): Condition => ({ by: 'ask', value })),
    ...(typeof filter.next === 'boolean' ? [{ by: 'next', value: filter.next } as const] : []),
    ...(filter.archived ? [{ by: 'archived', value: true } as const] : []),
  ];
}

/** Whether a filter has a condition. */
export function holds(filter: Filter, condition: Condition): boolean {
  return conditions(filter).some(({ by, value }) => by === condition.by && value === condition.value);
}

/** A filter with a condition more, or without it when it had it. */
export function toggled(filter: Filter, condition: Condition): Filter {
  const { by, value } = condition;
  const all = { ...EVERYONE, ...filter };
  switch (by) {
    case 'tag':
      return { ...all, tags: flipped(all.tags ?? [], value) };
    case 'market':
      return { ...all, markets: flipped(all.markets ?? [], value) };
    case 'tier':
      return { ...all, tiers: flipped(all.tiers ?? [], value) };
    case 'ask':
      return { ...all, asks: flipped(all.asks ?? [], value) };
    case 'next':
      return { ...all, next: all.next === value ? null : value };
    case 'archived':
      return { ...all, archived: !all.archived };
  }
}

function flipped<Value>(values: Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((it) => it !== value) : [...values, value];
}

/** A way of looking, without its name. */
export interface Way {
  filter: Filter;
  sort: Sort;
  columns: Column[];
}

/** Whether two ways of looking are the same, whatever order their conditions were chosen in. */
export function isSameWay(one: Way, other: Way): boolean {
  const plain = ({ filter, sort, columns }: Way) =>
    JSON.stringify([
      [...(filter.tags ?? [])].sort(),
      [...(filter.markets ?? [])].sort(),
      [...(filter.tiers ?? [])].sort(),
      [...(filter.asks ?? [])].sort(),
      filter.archived ?? false,
      filter.next ?? null,
      sort.by,
      sort.descending,
      columns,
    ]);
  return plain(one) === plain(other);
}

/** The kept view that looks exactly this way, if there is one. */
export function viewOf(views: ListView[], way: Way): ListView | undefined {
  return views.find((view) => isSameWay(view, way));
}
