/** A client's page, read and edited. */
import type { ClientEdit, ClientPage } from '../../ipc/bindings.gen';
import { events, ipc, ProblemError } from '../../ipc/client';
import { Autosave } from '../../shared/autosave.svelte';
import { sayProblem } from '../../state/steps';
import { t } from '../../words/words.svelte';

export class PageModel {
  page = $state.raw<ClientPage | null>(null);
  /** It is not there any more. */
  gone = $state(false);

  readonly saving: Autosave<ClientEdit> = new Autosave<ClientEdit>(
    async (edit) => {
      await ipc.editClient(this.id, edit);
      await this.load();
    },
    (problem, retry) => sayProblem(problem, [{ label: t('app-retry'), run: retry }]),
  );

  constructor(readonly id: string) {}

  /** Reads it. */
  async load(): Promise<void> {
    try {
      this.page = await ipc.client(this.id);
    } catch (problem) {
      if (problem instanceof ProblemError && problem.code === 'gone') this.gone = true;
      else sayProblem(problem);
    }
  }

  /** Reads it, and again when something is written. Gives back how to stop. */
  listen(): () => void {
    void this.load();
    const stop = events.changed.listen(() => {
      if (!this.saving.busy) void this.load();
    });
    return () => void stop.then((unlisten) => unlisten());
  }
}
