/** Lists of reminders: a touchpoint at its time stands in each once. */
import type { Reminded } from '../../ipc/bindings.gen';

function same(one: Reminded, other: Reminded): boolean {
  return one.block.key === other.block.key;
}

/** A list without one. */
export function without(list: Reminded[], one: Reminded): Reminded[] {
  return list.filter((it) => !same(it, one));
}

/** A list with what came now: what rings again stands where it rings now. */
export function merged(list: Reminded[], came: Reminded[]): Reminded[] {
  return [...list.filter((it) => !came.some((one) => same(it, one))), ...came];
}
