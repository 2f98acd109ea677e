/** The history under its days. */
import type { HistoryLine } from '../../ipc/bindings.gen';
import { addDays, type IsoDate } from '../../intents/wall';
import { fullDay, longDay } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** The lines of one day, the latest first. */
interface HistoryDay {
  day: IsoDate;
  lines: HistoryLine[];
}

/** Lines by their day, as they come: a day that comes again later, since a clock went back, is another one. */
export function byDay(lines: HistoryLine[]): HistoryDay[] {
  const days: HistoryDay[] = [];
  for (const line of lines) {
    const last = days.at(-1);
    if (last?.day === line.day) last.lines.push(line);
    else days.push({ day: line.day, lines: [line] });
  }
  return days;
}

/** What a day is called today: `Hier`, `mardi 24 novembre`, with the year when it is another one. */
export function heading(day: IsoDate, today: IsoDate): string {
  if (day === today) return t('history-today');
  if (day === addDays(today, -1)) return t('history-yesterday');
  return day.slice(0, 4) === today.slice(0, 4) ? longDay(day) : fullDay(day);
}
