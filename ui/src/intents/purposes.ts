/** What a block of time is for, as far as its look and its menu go by it. Pure. */
import type { Block, Kind } from '../ipc/bindings.gen';

/** The look of a block: the way one meets, air, or work of one's own. */
export type Look = Kind | 'air' | 'own';

type Purposed = Pick<Block, 'purpose' | 'kind'>;

/** Whether nobody is met: it asks for no reason, and nothing is asked of it afterwards. */
export function isOwn({ purpose }: Pick<Block, 'purpose'>): boolean {
  return purpose !== 'meeting';
}

/** Whether it is breathing time. */
export function isAir({ purpose }: Pick<Block, 'purpose'>): boolean {
  return purpose === 'air' || purpose === 'freed';
}

/** How it looks. */
export function lookOf(block: Purposed): Look {
  if (isAir(block)) return 'air';
  return isOwn(block) ? 'own' : block.kind;
}
