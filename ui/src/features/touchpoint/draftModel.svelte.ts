/** A touchpoint that is being thought of: its fields, what the rules say of its place, and the press that plans it. */
import type { ClientChoice, Done, Kind, Participant, Reason, Target, Verdict } from '../../ipc/bindings.gen';
import { ipc, ProblemError } from '../../ipc/client';
import { dateIn, minuteIn, wallAt, type IsoDate } from '../../intents/wall';
import type { Begun } from '../../state/desk.svelte';

/** Where it would go: at an hour, whole days, or waiting. */
export type Mode = Target['type'];

/** A draft as plain data. */
export type KeptDraft = ReturnType<DraftModel['kept']>;

/** A pause in choosing after which the rules are asked, in milliseconds. */
const PAUSE = 120;

export class DraftModel {
  kind = $state<Kind>('video');
  title = $state('');
  reason = $state<Reason>({ bring: '', astonish: '', clarify: '', urgent: false });
  client = $state.raw<ClientChoice>({ type: 'nobody' });
  clientName = $state('');
  mode = $state<Mode>('timed');
  date = $state<IsoDate>('');
  /** Minute of the day it starts. */
  start = $state(540);
  minutes = $state(60);
  days = $state(1);
  place = $state('');
  link = $state('');
  notes = $state('');
  people = $state.raw<Participant[]>([]);
  /** Nobody else should hear it. */
  confidential = $state(false);
  /** What the rules say of the place it has now. */
  verdict = $state.raw<Verdict | null>(null);
  /** The press was refused: the same press, forced, is offered. */
  refused = $state(false);
  /** What is wrong with its reason, once the press said so. */
  weak = $state.raw<{ message: string; hint: string } | null>(null);
  busy = $state(false);

  readonly to: Target = $derived.by(() => {
    if (this.mode === 'tray') return { type: 'tray' };
    if (this.mode === 'allDay') return { type: 'allDay', first: this.date, days: this.days };
    return { type: 'timed', start: wallAt(this.date, this.start), minutes: this.minutes };
  });

  private asking: ReturnType<typeof setTimeout> | undefined;
  private readonly origin: string;

  constructor(target: Target, today: IsoDate, client?: { id: string; name: string }, begun?: Begun) {
    this.aim(target, today);
    if (client) {
      this.client = { type: 'existing', id: client.id };
      this.clientName = client.name;
    }
    if (begun) {
      this.kind = begun.kind;
      this.reason = { ...begun.reason };
      this.people = begun.people ?? [];
      this.weak = begun.weak ?? null;
    }
    this.origin = this.content();
  }

  /** Takes a target for its place. */
  aim(target: Target, today: IsoDate = this.date): void {
    this.mode = target.type;
    this.date = target.type === 'timed' ? dateIn(target.start) : target.type === 'allDay' ? target.first : today;
    if (target.type === 'timed') {
      this.start = minuteIn(target.start);
      this.minutes = target.minutes;
    } else if (target.type === 'allDay') this.days = target.days;
  }

  /** Whether something was written in it that would be a pity to lose. */
  get touched(): boolean {
    return this.content() !== this.origin;
  }

  /** Asks the rules, when the choosing pauses: the very code the press runs. */
  judge(): void {
    clearTimeout(this.asking);
    const { to, kind, confidential } = this;
    this.refused = false;
    if (to.type === 'tray') {
      this.verdict = null;
      return;
    }
    this.asking = setTimeout(() => {
      const proposal = {
        subject: { type: 'new' as const, kind, confidential },
        to,
        scope: 'this' as const,
        copy: false,
        force: false,
      };
      ipc.judge(proposal).then(
        (verdict) => {
          if (to === this.to && kind === this.kind) this.verdict = verdict;
        },
        () => undefined,
      );
    }, PAUSE);
  }

  /** Plans it. The answer is nothing when the rules or its reason refuse; what went wrong is thrown. */
  async plan(force = false): Promise<Done | null> {
    this.busy = true;
    this.weak = null;
    try {
      const outcome = await ipc.planTouchpoint({ ...this.fields(), to: this.to, force });
      if (outcome.type === 'done') return outcome;
      this.verdict = outcome;
      this.refused = true;
      return null;
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.code !== 'reason') throw problem;
      this.weak = { message: problem.message, hint: problem.hint };
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** All that was written in it, to be written on later. */
  kept() {
    return { ...this.fields(), clientName: this.clientName, to: this.to };
  }

  /** The same draft again. */
  static again({ to, participants, ...fields }: KeptDraft, today: IsoDate): DraftModel {
    const draft = new DraftModel(to, today);
    return Object.assign(draft, fields, { people: participants });
  }

  private fields() {
    const { kind, title, reason, client, minutes, place, link, notes, people, confidential } = this;
    return {
      kind,
      title: title.trim(),
      reason: { ...reason },
      client,
      minutes,
      place: place.trim(),
      link: link.trim(),
      notes: notes.trim(),
      participants: people,
      confidential,
    };
  }

  private content(): string {
    const { title, reason, clientName, place, link, notes, people, confidential } = this;
    return JSON.stringify([title, reason, clientName, place, link, notes, people, confidential]);
  }
}
