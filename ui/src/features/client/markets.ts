/** The markets a client can be put in, as they are picked. Pure. */
import type { Segment } from '../../ipc/bindings.gen';
import { folded } from '../../shared/folded';
import type { Pick } from '../../shared/Picker.svelte';

/** Stands for no market among the picks: no market has an empty name. */
export const NONE = '';

/** Every market by its name with how many are in it, the client's own marked; then none, once it is in one. */
export function picks(segments: Segment[], own: string | null, none: string): Pick[] {
  const mine = own === null ? null : folded(own);
  const all = segments.map(({ market: { name }, clients }) => ({
    value: name,
    label: name,
    count: clients,
    on: folded(name) === mine,
  }));
  return own === null ? all : [...all, { value: NONE, label: none }];
}
