/** How the backups stand, and the one long piece of work on them that is in hand. */
import type {
  BackupEvery,
  BackupProgress,
  BackupSheet,
  BookCheck,
  BookMended,
  RestoreSource,
} from '../ipc/bindings.gen';
import { events, ipc } from '../ipc/client';
import { toasts } from '../shared/toasts.svelte';
import { t } from '../words/words.svelte';
import { desk } from './desk.svelte';
import { attempt } from './steps';

/** What is in hand. */
export type BackupWork = 'save' | 'drill' | 'check' | 'repair';

class Backups {
  sheet = $state.raw<BackupSheet | null>(null);
  working = $state<BackupWork | null>(null);
  progress = $state.raw<BackupProgress | null>(null);
  /** What the last check of the book found, while the window is open. */
  checked = $state.raw<BookCheck | null>(null);
  /** What the last repair did. */
  mended = $state.raw<BookMended | null>(null);
  /** The dialog that restores is open. */
  restoring = $state(false);
  /** The settings are asked to begin at the backups. */
  asked = $state(false);
  /** How far the work in hand is, in hundredths; `null` is only that it goes on. */
  readonly part = $derived(
    this.progress && this.progress.total > 0 ? Math.floor((this.progress.done / this.progress.total) * 100) : null,
  );

  /** Reads how they stand. */
  async load(): Promise<void> {
    // What can't be read now is read at the next change; whoever presses is told what is wrong.
    this.sheet = (await ipc.backups().catch(() => null)) ?? this.sheet;
  }

  /** Reads it, and again when a copy is made; hears how far work is. Gives back how to stop. */
  listen(): () => void {
    void this.load();
    const heard = [
      events.changed.listen(({ payload }) => {
        if (payload.topics.includes('backups')) void this.load();
      }),
      events.backupProgress.listen(({ payload }) => (this.progress = payload)),
    ];
    return () => {
      for (const listening of heard) void listening.then((unlisten) => unlisten());
    };
  }

  /** Shows them, in the settings. */
  show(): void {
    this.asked = true;
    desk.show('settings');
  }

  /** Asks where, and writes the whole book there. */
  async save(): Promise<void> {
    await this.work('save', async () => saved(await ipc.saveBackup()));
  }

  /** Writes it into the chosen folder. */
  async saveNow(): Promise<void> {
    await this.work('save', async () => saved(await ipc.backupNow()));
  }

  /** Asks for the folder. */
  async chooseFolder(): Promise<void> {
    this.sheet = (await attempt(ipc.chooseBackupFolder)) ?? this.sheet;
  }

  /** Says how often, and how many stay. */
  async plan(every: BackupEvery, keep: number): Promise<void> {
    this.sheet = (await attempt(() => ipc.planBackups(every, keep))) ?? this.sheet;
  }

  /** Really restores a backup elsewhere and compares; the newest when none is named. */
  async drill(source: RestoreSource | null): Promise<void> {
    await this.work('drill', async () => {
      this.sheet = await ipc.drillBackup(source);
    });
  }

  /** Asks for a backup, and drills with it. */
  async drillFile(): Promise<void> {
    const path = await attempt(ipc.chooseBackup);
    if (path) await this.drill({ type: 'file', path });
  }

  /** Verifies the whole book. */
  async check(): Promise<void> {
    await this.work('check', async () => {
      this.mended = null;
      this.checked = await ipc.checkBook();
    });
  }

  /** Mends what can be mended, after a copy, and looks again. */
  async repair(): Promise<void> {
    await this.work('repair', async () => {
      this.mended = await ipc.repairBook();
      this.checked = await ipc.checkBook();
    });
  }

  /** Stops what is in hand. */
  async stop(): Promise<void> {
    await attempt(ipc.stopBackup);
  }

  private async work(what: BackupWork, run: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = what;
    this.progress = null;
    await attempt(run);
    this.working = null;
    await this.load();
  }
}

/** It is written and reads back; what the book had lost by then is said. */
function saved(written: { path: string; missing: number } | null): void {
  if (!written) return;
  const name = written.path.split(/[\\/]/).pop() ?? written.path;
  const { missing } = written;
  if (missing > 0) toasts.show({ text: t('backup-saved-missing', { name, count: missing }), tone: 'warn' });
  else toasts.show({ text: t('backup-saved', { name }) });
}

export const backups = new Backups();
