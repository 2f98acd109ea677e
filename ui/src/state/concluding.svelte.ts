/**
 * A meeting to be concluded some working days later: asked for from the calendar, a sheet, the day, a client's page and
 * the palette. The panel itself lies over the window.
 */
import type { Block } from '../ipc/bindings.gen';
import { addDays, dateIn, type IsoDate, type Wall } from '../intents/wall';
import { toasts } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';
import { calendar } from './calendar.svelte';
import { desk, isCalendarView } from './desk.svelte';
import { now } from './now.svelte';

/** "On conclut dans trois jours", wherever a touchpoint has the focus. */
export const CONCLUDE_KEY = 'F';

/** Days for which the last meeting is rather the one to conclude than the next one. */
const FRESH = 14;

/** A key press, as far as it is looked at; a `KeyboardEvent` is one. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** Gives the meeting of a screen that `F` is for, when there is one. */
type Source = () => Block | null;

class Concluding {
  /** The meeting, and the day its tail was pulled to. `entered`: Enter came before the panel was drawn. */
  asked = $state.raw<{ block: Block; on: IsoDate | null; entered: boolean } | null>(null);
  /** Keys of what was concluded since the window opened. */
  concluded = $state.raw<ReadonlySet<string>>(new Set());
  private sources = $state.raw<Source[]>([]);

  /** Asks for it; a meeting without an hour has none to keep. */
  ask(block: Block, on: IsoDate | null = null): void {
    if (isConcludable(block)) this.asked = { block, on, entered: false };
    else toasts.show({ text: `${t('error-conclude-hours')}. ${t('error-conclude-hours-hint')}`, tone: 'warn' });
  }

  /** It was done. */
  done(block: Block): void {
    this.concluded = new Set([...this.concluded, block.key]);
    this.asked = null;
  }

  /** A key on a touchpoint that has the focus; true when it meant something. */
  press(press: Press, block: Block): boolean {
    if (press.ctrlKey || press.metaKey || press.altKey || press.repeat) return false;
    if (press.key.toUpperCase() !== CONCLUDE_KEY) return false;
    this.ask(block);
    return true;
  }

  /** A screen says which meeting it is about; gives back how to stop. */
  offer(source: Source): () => void {
    this.sources = [...this.sources, source];
    return () => {
      this.sources = this.sources.filter((other) => other !== source);
    };
  }

  /** The meeting `F` is for where no touchpoint has the focus: the open sheet's, the screen's, the last one shown. */
  get meeting(): Block | null {
    const open = desk.sheet?.what;
    if (open && isConcludable(open)) return open;
    for (const source of this.sources.toReversed()) {
      const block = source();
      if (block && isConcludable(block)) return block;
    }
    return isCalendarView(desk.view) ? meetingOf(calendar.shown?.blocks ?? [], now.wall) : null;
  }
}

/** Whether it can be concluded: one meets, at an hour, and it was not called off. */
export function isConcludable({ slot, purpose, state }: Block): boolean {
  return slot !== null && !slot.allDay && purpose === 'meeting' && state !== 'cancelled';
}

/** The meeting one would conclude: the last that began, while it is fresh, else the next one, else the last at all. */
export function meetingOf(blocks: Block[], wall: Wall): Block | null {
  const meetings = blocks.filter(isConcludable).sort((a, b) => order(a.slot!.start, b.slot!.start));
  const last = meetings.filter(({ slot }) => slot!.start <= wall).at(-1) ?? null;
  const next = meetings.find(({ slot }) => slot!.start > wall) ?? null;
  const fresh = last !== null && dateIn(last.slot!.start) >= addDays(dateIn(wall), -FRESH);
  return (fresh ? last : (next ?? last)) ?? null;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export const concluding = new Concluding();
