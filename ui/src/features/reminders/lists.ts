/** Lists of reminders: a touchpoint at its time stands in each once. */
import type { Reminded } from '../../ipc/bindings.gen';
import type { Wall } from '../../intents/wall';

/** What rang, and when. */
export type Rung = Reminded & { at: Wall };

function same(one: Reminded, other: Reminded): boolean {
  return one.block.key === other.block.key;
}

/** A list without one. */
export function without<One extends Reminded>(list: One[], one: Reminded): One[] {
  return list.filter((it) => !same(it, one));
}

/** What rang before its touchpoint ended and was not answered until then: there is nothing left to say of it. */
export function standing(list: Rung[], now: Wall): Rung[] {
  const gone = ({ block, at }: Rung) => block.slot !== null && at < block.slot.end && block.slot.end <= now;
  return list.some(gone) ? list.filter((one) => !gone(one)) : list;
}

/** A list with what came now: what rings again stands where it rings now. */
export function merged(list: Rung[], came: Rung[]): Rung[] {
  return [...list.filter((it) => !came.some((one) => same(it, one))), ...came];
}
