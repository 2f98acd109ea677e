/** The days of the agenda: those with something on them, and today. Pure. */
import type { Block } from '../../ipc/bindings.gen';
import { addDays, type IsoDate } from '../../intents/wall';
import { byStart, touches } from '../../state/weeks';

export interface AgendaGroup {
  date: IsoDate;
  blocks: Block[];
}

/** What lasts several days stands on the first of them that is shown. */
export function agendaDays(dates: IsoDate[], blocks: Block[], today: IsoDate): AgendaGroup[] {
  const seen = new Set<string>();
  return dates
    .map((date) => {
      const here = blocks
        .filter((block) => !seen.has(block.key) && touches(block, date, addDays(date, 1)))
        .sort(byStart);
      for (const { key } of here) seen.add(key);
      return { date, blocks: here };
    })
    .filter((group) => group.blocks.length > 0 || group.date === today);
}
