/** What rang and was not answered yet, and what was missed: what the core says, as last read. */
import type { Delay, Reminded } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { toasts } from '../../shared/toasts.svelte';
import { now } from '../../state/now.svelte';
import { attempt, sayDone } from '../../state/steps';
import { t } from '../../words/words.svelte';
import { merged, without, type Rung } from './lists';

class Reminders {
  /** What rang since the window opened, and nobody answered. */
  rung = $state.raw<Rung[]>([]);
  /** What could not be said, the latest first. */
  missed = $state.raw<Reminded[]>([]);

  /** Reads what was missed. What can't be read now is read at the next change. */
  async read(): Promise<void> {
    const missed = await ipc.missed().catch(() => null);
    if (missed) this.missed = missed;
  }

  /** Listens to what rings and to what is written. Gives back how to stop. */
  listen(): () => void {
    const heard = [
      events.rang.listen(({ payload }) => this.hear(payload.reminders)),
      events.changed.listen(() => void this.read()),
    ];
    // What rang while the page was on its way; without an answer the system's notification has said it.
    void heard[0]
      .then(() => ipc.rung())
      .then(
        (rung) => this.hear(rung),
        () => undefined,
      );
    return () => {
      for (const listening of heard) void listening.then((unlisten) => unlisten());
    };
  }

  private hear(reminders: Reminded[]): void {
    const at = now.wall;
    this.rung = merged(
      this.rung,
      reminders.map((one) => ({ ...one, at })),
    );
  }

  /** It was read: nothing more is said of it. */
  dismiss(one: Reminded): void {
    this.rung = without(this.rung, one);
  }

  /** One of what was missed was seen, or all of it. */
  async seen(one: Reminded | null): Promise<void> {
    const before = this.missed;
    this.missed = one ? without(before, one) : [];
    const done = await attempt(() => ipc.missedSeen(one?.block.id ?? null, one?.block.occurrence ?? null));
    if (done === undefined) this.missed = before;
  }

  /** Puts it off, and says until when. */
  async putOff(one: Reminded, delay: Delay): Promise<void> {
    const { id, occurrence } = one.block;
    const until = await attempt(() => ipc.snooze(id, occurrence, delay));
    if (!until) return;
    this.rung = without(this.rung, one);
    this.missed = without(this.missed, one);
    toasts.show({ text: t('reminder-put-off', { when: until.when }) });
  }

  /** Says that it did not take place; whoever held it has more to say. */
  async notHeld(one: Reminded): Promise<void> {
    const { id, occurrence } = one.block;
    const done = await attempt(() => ipc.editTouchpoint({ id, occurrence, scope: 'this' }, { state: 'missed' }));
    if (!done) return;
    this.missed = without(this.missed, one);
    sayDone(done);
  }
}

export const reminders = new Reminders();
