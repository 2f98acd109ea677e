/** What waits to leave, and the press that lets it: read when it is first shown, and again when something is written. */
import type { DepartureLine, DepartureList } from '../ipc/bindings.gen';
import { events, ipc } from '../ipc/client';
import { toasts } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';
import { desk } from './desk.svelte';
import { attempt, sayDone } from './steps';

class Departures {
  list = $state.raw<DepartureList | null>(null);
  /** How many wait for a press. */
  readonly count = $derived(this.list?.waiting.length ?? 0);
  private reading = 0;

  /** Reads the queue; an answer that comes late is none. */
  async load(): Promise<void> {
    const asked = (this.reading += 1);
    // A queue that can't be read now is read at the next write; whoever presses is told what is wrong.
    const list = await ipc.departures().catch(() => null);
    if (list && asked === this.reading) this.list = list;
  }

  /** Reads it, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.load();
    const stop = events.changed.listen(() => void this.load());
    return () => void stop.then((unlisten) => unlisten());
  }

  /** The press: the message goes where the person says, and the mail to go with it opens. */
  async inform({ id }: DepartureLine): Promise<void> {
    const told = await attempt(() => ipc.inform(id));
    if (!told) return;
    sayDone(told.done);
    toasts.show({ text: t('departures-next') });
    if (told.leftOut > 0) toasts.show({ text: t('departures-left-out', { count: told.leftOut }), tone: 'warn' });
    await attempt(() => ipc.openLink(told.draft));
  }

  /** Takes it out of the queue. */
  async withdraw({ id }: DepartureLine): Promise<void> {
    const done = await attempt(() => ipc.withdrawDeparture(id));
    if (done) sayDone(done);
  }

  /** Puts the invitation to a touchpoint in the queue. */
  async prepare(id: string, occurrence: string | null): Promise<void> {
    const done = await attempt(() => ipc.prepareDeparture({ id, occurrence, scope: 'this' }));
    if (done) sayDone(done);
  }

  /** Opens the sheet of what it is about. */
  async open({ touchpoint, occurrence }: DepartureLine): Promise<void> {
    if (touchpoint === null) return;
    const sheet = await attempt(() => ipc.touchpoint(touchpoint, occurrence));
    if (sheet) desk.openSheet(sheet.block, null);
  }
}

export const departures = new Departures();
