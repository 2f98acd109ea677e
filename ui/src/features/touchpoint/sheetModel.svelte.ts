/** A touchpoint whole, as its sheet shows and edits it. */
import type { Block, Edit, Scope, TouchpointSheet } from '../../ipc/bindings.gen';
import { events, ipc, ProblemError } from '../../ipc/client';
import { Autosave } from '../../shared/autosave.svelte';
import { sayProblem } from '../../state/steps';
import { t } from '../../words/words.svelte';

export class SheetModel {
  sheet = $state.raw<TouchpointSheet | null>(null);
  /** How much of a series an edit is for. */
  scope = $state<Scope>('this');
  /** It is not there any more. */
  gone = $state(false);
  private which: { id: string; occurrence: string | null };

  readonly saving: Autosave<Edit> = new Autosave<Edit>(
    (edit) => this.write(edit),
    (problem, retry) => sayProblem(problem, [{ label: t('app-retry'), run: retry }]),
  );

  constructor(block: Block) {
    this.which = { id: block.id, occurrence: block.occurrence };
  }

  /** Reads it. */
  async load(): Promise<void> {
    try {
      this.sheet = await ipc.touchpoint(this.which.id, this.which.occurrence);
    } catch (problem) {
      if (problem instanceof ProblemError && problem.code === 'gone') this.gone = true;
      else sayProblem(problem);
    }
  }

  /** Reads it again when something is written elsewhere. Gives back how to stop. */
  listen(): () => void {
    const stop = events.changed.listen(() => {
      if (!this.saving.busy) void this.load();
    });
    return () => void stop.then((unlisten) => unlisten());
  }

  /** Changes fields, after the changes before them. */
  edit(edit: Edit): Promise<boolean> {
    return this.saving.save(edit);
  }

  private async write(edit: Edit): Promise<void> {
    const done = await ipc.editTouchpoint({ ...this.which, scope: this.scope }, edit);
    // The following ones of a series become a series of their own.
    if (done.block) this.which = { id: done.block.id, occurrence: done.block.occurrence };
    await this.load();
  }
}
