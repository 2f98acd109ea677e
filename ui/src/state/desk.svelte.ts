/**
 * What lies on the desk: the view shown, the day, what is selected and open. The view, the day, the client and the
 * tray are remembered between two starts.
 */
import type { Block, Desk as Remembered, Kind, Participant, Reason, Target } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { mondayOf, type IsoDate } from '../intents/wall';
import { now } from './now.svelte';

const CALENDAR = ['day', 'workWeek', 'week', 'month', 'agenda'] as const;
const OTHERS = [
  'today',
  'clients',
  'client',
  'duplicates',
  'review',
  'departures',
  'lookBack',
  'settings',
  'trash',
  'history',
] as const;

/** A view of the calendar. */
export type CalendarViewName = (typeof CALENDAR)[number];

/** A view of the window. */
export type ViewName = CalendarViewName | (typeof OTHERS)[number];

/** Whether a view is one of the calendar's. */
export function isCalendarView(view: string): view is CalendarViewName {
  return (CALENDAR as readonly string[]).includes(view);
}

/** What stands open beside or over the view, and where it was opened from. */
export interface Opened<What> {
  what: What;
  anchor: DOMRect | null;
}

/** What a draft begins with, when it does not begin from nothing. */
export interface Begun {
  kind: Kind;
  reason: Reason;
  people?: Participant[];
  /** Why that reason is none, when somebody said so already. */
  weak?: { message: string; hint: string };
}

/** A draft that is open: where it would go now, and which one it is. */
interface Draft extends Opened<Target> {
  id: number;
  client?: { id: string; name: string };
  begun?: Begun;
}

/** How long after the last change the desk is remembered, in milliseconds. */
const SETTLED = 400;

class Desk {
  view = $state<ViewName>('week');
  date = $state<IsoDate>('1970-01-01');
  trayClosed = $state(false);
  /** First visible minute of the day grid. */
  scrollMinute = $state<number | null>(null);
  /** The selected block's key. */
  selected = $state<string | null>(null);
  /** The client whose page is shown, or was. */
  client = $state<string | null>(null);
  /** The contact its page was opened for. */
  contact = $state<string | null>(null);
  /** The calendar's view that was shown last: where "Semaine" goes back to. */
  calendarView = $state<CalendarViewName>('week');
  sheet = $state.raw<(Opened<Block> & { at?: 'reason' }) | null>(null);
  draft = $state.raw<Draft | null>(null);

  private drafts = 0;

  /** Lays out what was remembered. */
  start(remembered: Remembered): void {
    const view = remembered.view as ViewName | undefined;
    this.date = remembered.date ?? now.date;
    this.client = remembered.client ?? null;
    this.trayClosed = remembered.trayClosed ?? false;
    this.scrollMinute = remembered.scrollMinute ?? null;
    if (view && [...CALENDAR, ...OTHERS].includes(view) && (view !== 'client' || this.client)) this.show(view);
  }

  /** Shows a view, at a date. */
  show(view: ViewName, date: IsoDate = this.date): void {
    if (view !== this.view) this.close();
    this.view = view;
    this.date = date;
    if (isCalendarView(view)) this.calendarView = view;
  }

  /** Shows a client's page, for one of its contacts or for itself. */
  showClient(id: string, contact: string | null = null): void {
    this.client = id;
    this.contact = contact;
    this.show('client');
  }

  /** Opens a touchpoint's sheet; `at` its reason for whoever looks for one. */
  openSheet(block: Block, anchor: DOMRect | null, at?: 'reason'): void {
    this.draft = null;
    this.selected = block.key;
    this.sheet = { what: block, anchor, at };
  }

  /** Opens the draft of a touchpoint to be. */
  openDraft(target: Target, anchor: DOMRect | null, client?: { id: string; name: string }, begun?: Begun): void {
    this.sheet = null;
    this.draft = { id: (this.drafts += 1), what: target, anchor, client, begun };
  }

  /** Closes what is open over the view. */
  close(): void {
    this.sheet = null;
    this.draft = null;
  }

  /** What is worth remembering. A page that shows today is not: the next start opens on its own today. */
  private get worth(): Remembered {
    const here =
      this.view === 'month' ? this.date.slice(0, 7) === now.date.slice(0, 7) : weekOf(this.date) === weekOf(now.date);
    return {
      view: this.view,
      date: here ? null : this.date,
      client: this.client,
      scrollMinute: this.scrollMinute,
      trayClosed: this.trayClosed,
    };
  }

  /**
   * Remembers the desk: where one is at once, how far it is scrolled a moment later. A window that closes does not wait
   * for what is still to be said, so nothing but a scroll is ever still to be said. To be called where effects live.
   */
  remember(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kept = JSON.stringify(this.worth);
    const place = () => JSON.stringify({ ...this.worth, scrollMinute: null });
    let keptPlace = place();
    const write = () => {
      clearTimeout(timer);
      timer = undefined;
      const worth = this.worth;
      kept = JSON.stringify(worth);
      keptPlace = place();
      // The desk is a convenience: not being able to keep it is no news to anyone.
      ipc.rememberDesk(worth).catch(() => undefined);
    };
    $effect(() => {
      if (JSON.stringify(this.worth) === kept) return;
      clearTimeout(timer);
      if (place() === keptPlace) timer = setTimeout(write, SETTLED);
      else write();
    });
    $effect(() => {
      const leaving = () => void (timer && write());
      addEventListener('pagehide', leaving);
      return () => removeEventListener('pagehide', leaving);
    });
  }
}

function weekOf(date: IsoDate): IsoDate {
  return mondayOf(date);
}

export const desk = new Desk();
