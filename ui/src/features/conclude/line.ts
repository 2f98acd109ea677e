/** The bridge as it is drawn: its days in order, and what stands on each. Pure. */
import type { Block, BridgeLaid } from '../../ipc/bindings.gen';
import { dateIn, daysBetween, type IsoDate, type Wall } from '../../intents/wall';

/** Something that stands on it. */
export interface Stone {
  is: 'first' | 'work' | 'conclusion';
  title: string;
  start: Wall;
  end: Wall;
}

/** A day on which something stands; `gap` is how many days lie between it and the one before. */
export interface StoneDay {
  date: IsoDate;
  gap: number;
  stones: Stone[];
}

/** First meeting, work, conclusion, by day. */
export function lineOf({ title, slot }: Block, bridge: BridgeLaid): StoneDay[] {
  const stones: Stone[] = [
    ...(slot ? [{ is: 'first' as const, title, start: slot.start, end: slot.end }] : []),
    ...bridge.work.map((work) => ({ is: 'work' as const, title: work.title, start: work.start, end: work.end })),
    { is: 'conclusion', title, start: bridge.start, end: bridge.end },
  ];
  const days: StoneDay[] = [];
  for (const stone of stones) {
    const date = dateIn(stone.start);
    const last = days.at(-1);
    if (last?.date === date) last.stones.push(stone);
    else days.push({ date, gap: last ? daysBetween(last.date, date) - 1 : 0, stones: [stone] });
  }
  return days;
}
