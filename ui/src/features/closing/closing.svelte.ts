/** A touchpoint while it is closed: what is known of it, what is said, and the one write. */
import type { Block, ClientPage, Closed } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import type { Outcome } from '../../state/closing.svelte';
import { now } from '../../state/now.svelte';
import { attempt, sayProblem } from '../../state/steps';
import { closingOf, type Draft } from './draft';

export class ClosingModel {
  draft = $state<Draft>({
    as: null,
    outcome: '',
    needs: [''],
    answered: [],
    promises: [{ owner: 'us', text: '' }],
    kept: [],
    sights: { premises: false, workshop: false, reception: false, colleagues: [], mood: '' },
    colleagues: '',
    again: null,
  });
  /** Its client's page, once it is read: open needs, promises, people, and what comes next. */
  page = $state.raw<ClientPage | null>(null);
  busy = $state(false);

  constructor(
    readonly block: Block,
    as: Outcome | null,
  ) {
    this.draft.as = as ?? (block.state === 'planned' ? null : block.state);
  }

  readonly inPerson = $derived.by(() => this.block.kind === 'inPerson');

  /** The open needs of its client, the latest first. */
  readonly needs = $derived.by(() => this.page?.path.needs.filter(({ answered }) => answered === null) ?? []);

  /** The open promises on both sides, by day. */
  readonly promises = $derived.by(() => this.page?.path.promises.filter(({ state }) => state === 'open') ?? []);

  /** Names at its client, for whom was met. */
  readonly people = $derived.by(() =>
    (this.page?.contacts ?? []).filter(({ archived, trashed }) => !archived && !trashed).map(({ name }) => name),
  );

  /** What comes next with its client, this touchpoint aside. */
  readonly next = $derived.by(
    () =>
      this.page?.coming.find(({ key, slot, state }) => key !== this.block.key && slot && state === 'planned') ?? null,
  );

  /** Reads what was said of it before, and its client's page. What can't be read is done without. */
  async load(): Promise<void> {
    const { id, occurrence, client, state } = this.block;
    try {
      const [sheet, page] = await Promise.all([
        state === 'planned' ? null : ipc.touchpoint(id, occurrence),
        client && ipc.client(client.id),
      ]);
      if (sheet) {
        this.draft.outcome ||= sheet.outcome;
        Object.assign(this.draft.sights, sheet.sights);
        this.draft.colleagues = this.draft.sights.colleagues.join(', ');
      }
      this.page = page;
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** Writes it: one step to undo. The answer is nothing when it could not be, or nothing says yet how it went. */
  async write(): Promise<Closed | undefined> {
    const { as } = this.draft;
    if (this.busy || !as) return undefined;
    this.busy = true;
    const { id, occurrence } = this.block;
    const closing = closingOf($state.snapshot(this.draft), as, this.inPerson, now.date);
    const closed = await attempt(() => ipc.closeTouchpoint({ id, occurrence, scope: 'this' }, closing));
    this.busy = false;
    return closed;
  }
}
