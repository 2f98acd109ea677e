/** A client's page, read and edited: the client itself, its contacts, its places and its files. */
import type {
  ClientEdit,
  ClientPage,
  ContactEdit,
  Done,
  HistoryLine,
  MarketEdit,
  NeedGiven,
  PathEdit,
  PlaceEdit,
  PromiseGiven,
} from '../../ipc/bindings.gen';
import { events, ipc, ProblemError } from '../../ipc/client';
import { Autosave } from '../../shared/autosave.svelte';
import { attempt, sayDone, sayProblem } from '../../state/steps';
import { t } from '../../words/words.svelte';

/** A write that stands in line. */
type Write = () => Promise<unknown>;

export class PageModel {
  page = $state.raw<ClientPage | null>(null);
  /** What was done lately to it and to what hangs on it, the latest first. */
  history = $state.raw<HistoryLine[]>([]);
  /** It is not there any more. */
  gone = $state(false);
  /** The contact whose card is open to be edited. */
  open = $state<string | null>(null);
  /** A contact is being named. */
  adding = $state(false);

  /** One line for everything on the page, so that two edits never pass each other. */
  readonly saving: Autosave<Write> = new Autosave<Write>(
    async (write) => {
      await write();
      await this.load();
    },
    (problem, retry) => sayProblem(problem, [{ label: t('app-retry'), run: retry }]),
  );

  constructor(readonly id: string) {}

  /** Reads it. */
  async load(): Promise<void> {
    try {
      this.page = await ipc.client(this.id);
      // Read behind the page: it looks through months of the journal.
      void ipc.clientHistory(this.id).then((lines) => (this.history = lines), sayProblem);
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

  /** Changes fields of the client; tells whether they are on disk. */
  edit(edit: ClientEdit): Promise<boolean> {
    return this.saving.save(() => ipc.editClient(this.id, edit));
  }

  /** The same for what may be refused: answers why, or an empty text once it is on disk. */
  check(edit: ClientEdit): Promise<string> {
    return this.tried(() => ipc.editClient(this.id, edit));
  }

  /** Changes where its path leads, its steps or its clocks. */
  editPath(edit: PathEdit): Promise<boolean> {
    return this.saving.save(() => ipc.editPath(this.id, edit));
  }

  /** Writes a need down, changes it or takes it away. */
  writeNeed(need: NeedGiven): Promise<boolean> {
    return this.saving.save(() => ipc.writeNeed(this.id, need));
  }

  /** Writes a promise down, changes it or takes it away. */
  writePromise(promise: PromiseGiven): Promise<boolean> {
    return this.saving.save(() => ipc.writePromise(this.id, promise));
  }

  /** Says how its market stands; everybody in it stands so. */
  editMarket(name: string, edit: MarketEdit): Promise<boolean> {
    return this.saving.save(() => ipc.saveMarket(name, edit));
  }

  /** Changes fields of one of its contacts. */
  editContact(id: string, edit: ContactEdit): Promise<boolean> {
    return this.saving.save(() => ipc.editContact(id, edit));
  }

  /** The same for what may be refused: answers why, or an empty text once it is on disk. */
  checkContact(id: string, edit: ContactEdit): Promise<string> {
    return this.tried(() => ipc.editContact(id, edit));
  }

  /** Changes fields of one of its places. */
  editPlace(id: string, edit: PlaceEdit): Promise<boolean> {
    return this.saving.save(() => ipc.editPlace(id, edit));
  }

  /** Does one of the gestures that have a way back: says it, and reads again. Tells whether it was done. */
  async act(work: () => Promise<Done>): Promise<boolean> {
    const done = await attempt(work);
    if (done) sayDone(done);
    await this.load();
    return done !== undefined;
  }

  /** What can't be is an answer for the field it was typed in; any other trouble is said as everywhere. */
  private async tried(write: Write): Promise<string> {
    let refused = '';
    const kept = await this.saving.save(async () => {
      try {
        await write();
      } catch (problem) {
        if (!(problem instanceof ProblemError) || problem.code !== 'invalid') throw problem;
        refused = [problem.message, problem.hint].filter(Boolean).join(/[.!?]$/.test(problem.message) ? ' ' : '. ');
      }
    });
    if (refused) this.saving.status = 'rest';
    return refused || (kept ? '' : t('touchpoint-unsaved'));
  }
}
