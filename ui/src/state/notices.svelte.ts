/** What there is to know of the data folder and the clock: asked for now and then, and whenever a write was refused. */
import type { Notice } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';

class Notices {
  all = $state.raw<Notice[]>([]);

  /** Asks again. What cannot be asked now is asked the next time. */
  async read(): Promise<void> {
    this.all = await ipc.notices().catch(() => this.all);
  }

  /** One was read: it goes, and what is of a kind that does not change stays away. */
  async putAway(notice: Notice): Promise<void> {
    this.all = this.all.filter(({ id }) => id !== notice.id);
    await ipc.putNoticeAway(notice.id).catch(() => undefined);
  }

  /** The clock is right: reminders follow it from now on. */
  async trustClock(): Promise<void> {
    await ipc.trustClock();
    await this.read();
  }

  /** Opens the book again, and the page with it: what kept it from being written to may be gone. */
  async reopen(): Promise<void> {
    await ipc.reopen();
    location.reload();
  }
}

export const notices = new Notices();
