/** What a suggested step would become on the calendar. Pure. */
import type { ClientPage, Ghost } from '../../../ipc/bindings.gen';
import type { Seed } from '../../../intents/reschedule';
import { keyOf } from './trail';

/** How long one usually meets, by kind, in minutes. */
const USUAL = { phone: 30, video: 60, inPerson: 90 };

/** The touchpoint a suggestion would be; `null` for work, which meets nobody. What it is for is its reason. */
export function seedOf({ id, name }: Pick<ClientPage, 'id' | 'name'>, ghost: Ghost): Seed | null {
  const { kind, aim, on } = ghost;
  if (kind === 'work') return null;
  const reason = { bring: '', astonish: '', clarify: aim, urgent: false };
  return { key: keyOf(ghost), client: { id, name }, kind, reason, minutes: USUAL[kind], on };
}
