/** What a suggested step would become on the calendar. Pure. */
import type { ClientPage, Ghost } from '../../../ipc/bindings.gen';
import type { Seed } from '../../../intents/reschedule';
import { keyOf } from './trail';

/** The touchpoint a suggestion would be; `null` for work, which meets nobody. What it is for is its reason. */
export function seedOf({ id, name }: Pick<ClientPage, 'id' | 'name'>, ghost: Ghost): Seed | null {
  const { kind, aim, on, minutes } = ghost;
  if (kind === 'work' || minutes === null) return null;
  const reason = { bring: '', astonish: '', clarify: aim, urgent: false };
  return { key: keyOf(ghost), client: { id, name }, kind, reason, minutes, on };
}
