/** Bringing a copy back: from which one, what it would change, and the press. */
import type { RestoreExtent, RestoreLook, RestoreSource } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { backups } from '../../state/backups.svelte';
import { attempt, sayDone } from '../../state/steps';

export class Restoring {
  phase = $state<'choosing' | 'looking' | 'shown' | 'running'>('choosing');
  look = $state.raw<RestoreLook | null>(null);
  extent = $state<RestoreExtent>('whole');

  constructor(private readonly onclose: () => void) {}

  /** Asks for a file, and looks at it. */
  async file(): Promise<void> {
    const path = await attempt(ipc.chooseBackup);
    if (path) await this.from({ type: 'file', path });
  }

  /** Looks at what a copy would change. */
  async from(source: RestoreSource): Promise<void> {
    this.phase = 'looking';
    backups.progress = null;
    this.look = (await attempt(() => ipc.lookRestore(source))) ?? null;
    this.phase = this.look ? 'shown' : 'choosing';
  }

  /** Restores what is shown: one step to undo. */
  async run(): Promise<void> {
    if (!this.look || this.phase !== 'shown') return;
    const { ticket } = this.look;
    this.phase = 'running';
    backups.progress = null;
    const done = await attempt(() => ipc.runRestore(ticket, this.extent));
    if (!done) return this.again();
    sayDone(done);
    void backups.load();
    this.onclose();
  }

  /** Back to the choice of a copy. */
  again(): void {
    this.phase = 'choosing';
    this.look = null;
  }

  /** Stops what is in hand, or closes. */
  leave(): void {
    void attempt(ipc.stopBackup);
    if (this.phase !== 'running') this.onclose();
  }
}
