/** What a line of the queue says of itself. Pure. */
import type { DepartureLine } from '../../ipc/bindings.gen';
import { t } from '../../words/words.svelte';

/** An invitation, one that is said again, or an annulment: of all of it, or for guests who are no longer invited. */
export function whatOf({ what, changes }: Pick<DepartureLine, 'what' | 'changes'>): string {
  if (what !== 'request') return t(`departures-${what}`);
  return t(changes.length > 0 ? 'departures-again' : 'departures-request');
}

/** Who is told, by name where there is one. */
export function peopleOf({ to }: Pick<DepartureLine, 'to'>): string {
  return to.map(({ name, email }) => name || email).join(', ');
}

/** What is new in it for those who were told before; an annulment says all of it in its name. */
export function changesOf({ what, changes }: Pick<DepartureLine, 'what' | 'changes'>): string {
  return what !== 'request' ? '' : changes.map((change) => t(`departures-change-${change}`)).join(', ');
}
