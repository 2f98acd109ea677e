/** Somebody who takes part, as one types them. Pure. */
import type { Participant } from '../../ipc/bindings.gen';

/** `Camille Kerbrat <c.kerbrat@exemple.fr>`, an address alone, or a name alone. `null` when nothing is there. */
export function participantIn(text: string): Participant | null {
  const typed = text.replace(/[,;]\s*$/, '').trim();
  if (!typed) return null;
  const both = /^(.*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>$/.exec(typed);
  const alone = /^[^\s@]+@[^\s@]+$/.test(typed);
  return {
    name: both ? both[1].replace(/^"|"$/g, '') : alone ? '' : typed,
    email: both ? both[2] : alone ? typed : '',
    attendance: 'waiting',
    organizer: false,
  };
}
