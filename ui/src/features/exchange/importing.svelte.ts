/** Bringing calendars, cards and tables in: files are looked at, one chooses, and all of it comes in as one step. */
import type { ImportPreview, ImportProgress, TableField } from '../../ipc/bindings.gen';
import { events, ipc } from '../../ipc/client';
import { toasts } from '../../shared/toasts.svelte';
import { attempt, sayProblem, undo } from '../../state/steps';
import { t } from '../../words/words.svelte';
import { Selection } from './selection.svelte';

class Importing {
  /** What was found; nothing while it is being read. */
  preview = $state.raw<ImportPreview | null>(null);
  /** Something is being read or brought in. */
  phase = $state<'closed' | 'reading' | 'choosing' | 'running'>('closed');
  progress = $state.raw<ImportProgress | null>(null);
  selection = $state.raw(new Selection(null));
  /** The columns of a table were read another way since it was opened: the focus stays where one chose that. */
  remapped = $state(false);
  private stopHearing: (() => void) | null = null;
  /** Counts the readings, so that the answer of one that was left is not shown. */
  private reading = 0;

  get open(): boolean {
    return this.phase !== 'closed';
  }

  /** Asks for files, then looks at them. */
  async choose(): Promise<void> {
    const paths = await attempt(ipc.chooseImport);
    if (paths && paths.length > 0) await this.look(paths);
  }

  /** Asks for a folder, then looks at all that is in it. */
  async chooseFolder(): Promise<void> {
    const path = await attempt(ipc.chooseImportFolder);
    if (path) await this.look([path]);
  }

  /** Looks at files; nothing is written. */
  async look(paths: string[]): Promise<void> {
    if (this.phase === 'running') return;
    const mine = ++this.reading;
    this.forget();
    this.phase = 'reading';
    this.hear();
    try {
      const preview = await ipc.previewImport(paths);
      if (mine !== this.reading) return void ipc.cancelImport(preview.ticket).catch(() => undefined);
      this.show(preview);
      this.remapped = false;
    } catch (problem) {
      if (mine !== this.reading) return;
      this.close();
      sayProblem(problem);
    }
  }

  /** Reads the columns of a table as `fields` from now on: its rows are other rows then, and the choices begin anew. */
  async remap(file: number, fields: TableField[]): Promise<void> {
    if (!this.preview || this.phase !== 'choosing') return;
    const { ticket } = this.preview;
    const mine = ++this.reading;
    const preview = await attempt(() => ipc.remapImport(ticket, file, fields));
    if (!preview || mine !== this.reading) return;
    this.remapped = true;
    this.show(preview);
  }

  /** Brings in what was chosen. */
  async run(): Promise<void> {
    if (!this.preview || this.phase !== 'choosing') return;
    const { ticket } = this.preview;
    this.progress = null;
    this.phase = 'running';
    try {
      const done = await ipc.runImport(ticket, this.selection.choice());
      this.close();
      toasts.show({
        about: 'step',
        text: done.said,
        actions: [
          { label: t('app-undo'), run: () => void undo() },
          { label: t('exchange-report'), run: () => void saveReport(ticket) },
        ],
      });
    } catch (problem) {
      const cancelled = (problem as { code?: string }).code === 'cancelled';
      this.close();
      if (cancelled) toasts.show({ text: t('exchange-stopped') });
      else sayProblem(problem);
    }
  }

  /** Leaves: what is being read or brought in is stopped, and nothing of it stays. */
  leave(): void {
    const ticket = this.preview?.ticket ?? this.progress?.ticket;
    if (ticket) ipc.cancelImport(ticket).catch(sayProblem);
    // The answer of a running import says itself that it was cancelled.
    if (this.phase !== 'running') this.close();
  }

  private show(preview: ImportPreview): void {
    this.preview = preview;
    this.selection = new Selection(preview.counts);
    this.progress = null;
    this.phase = 'choosing';
  }

  private close(): void {
    this.reading += 1;
    this.forget();
    this.phase = 'closed';
  }

  private forget(): void {
    this.stopHearing?.();
    this.stopHearing = null;
    this.preview = null;
    this.progress = null;
  }

  private hear(): void {
    const stop = events.importProgress.listen(({ payload }) => {
      if (!this.preview || payload.ticket === this.preview.ticket) this.progress = payload;
    });
    this.stopHearing = () => void stop.then((unlisten) => unlisten());
  }
}

/** Asks where, and writes there what became of each row of an import; of the last one when none is named. */
export async function saveReport(ticket: string | null): Promise<void> {
  const path = await attempt(() => ipc.saveImportReport(ticket));
  if (path) toasts.show({ text: t('exchange-report-saved', { name: path.split(/[\\/]/).pop() ?? path }) });
}

export const importing = new Importing();
