/**
 * A concluding meeting while it is thought of. Each change asks the core again, in a pause: the very function the press
 * runs. Questions go one at a time, so the last answer is to the last question.
 */
import type {
  BetweenTemplate,
  Block,
  Conclude,
  ConcludeLook,
  Concluded,
  ConcludeOn,
  Done,
  Reason,
  TouchpointSheet,
} from '../../ipc/bindings.gen';
import { ipc, ProblemError } from '../../ipc/client';
import { minuteIn, type IsoDate } from '../../intents/wall';
import { Newest } from '../../shared/newest';
import { MINUTES, MOST, moved, piecesOf, workOf, type Piece } from './pieces';

/** What of the core it needs. */
export interface Core {
  lookConclude(ask: Conclude): Promise<ConcludeLook>;
  conclude(ask: Conclude): Promise<Concluded>;
  betweenTemplates(): Promise<BetweenTemplate[]>;
  touchpoint(id: string, occurrence: string | null): Promise<TouchpointSheet>;
}

/** How many working days later, when nothing else is said, and the furthest; the core's own. */
const USUAL = 3;
const FURTHEST = 60;

/** A pause in changing after which the core is asked, in milliseconds. */
export const PAUSE = 120;

type Answer = { look: ConcludeLook } | { problem: unknown };

export class ConcludeModel {
  /** What the core last said; nothing until then. */
  look = $state.raw<ConcludeLook | null>(null);
  templates = $state.raw<BetweenTemplate[]>([]);
  /** The meeting whole: who takes part, and its link. */
  sheet = $state.raw<TouchpointSheet | null>(null);
  /** Why the core can say nothing of it. */
  problem = $state.raw<{ message: string; hint: string } | null>(null);
  /** What is wrong with its reason, as the press said it. */
  private refused = $state.raw<{ message: string; hint: string } | null>(null);
  busy = $state(false);

  private on = $state.raw<ConcludeOn>({ type: 'after', days: USUAL });
  /** The minute of the day that was chosen; nothing is the meeting's own. */
  hour = $state<number | null>(null);
  /** The meeting's own, at home. */
  private own = $state(0);
  /** The work as it is edited; nothing until the core has said what is usual. */
  pieces = $state.raw<Piece[]>([]);
  private told = false;
  private ownReason = $state.raw<Reason | null>(null);
  private names = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;

  private readonly asking: Newest<Conclude, Answer>;

  constructor(
    readonly block: Block,
    on: IsoDate | null,
    private readonly core: Core = ipc,
  ) {
    if (on) this.on = { type: 'day', date: on };
    if (block.slot) this.own = minuteIn(block.slot.start);
    this.asking = new Newest(
      (ask) =>
        this.core.lookConclude(ask).then(
          (look): Answer => ({ look }),
          (problem: unknown): Answer => ({ problem }),
        ),
      (ask, answer) => {
        if (ask.hour === null && 'look' in answer) this.learn(answer.look);
        this.take(answer);
      },
    );
  }

  /** How many working days later. */
  readonly after = $derived.by(() => (this.on.type === 'after' ? this.on.days : (this.look?.after ?? USUAL)));

  /** The hour that is looked for, as a minute of the day. */
  readonly wanted = $derived.by(() => this.hour ?? this.own);

  readonly reason: Reason | null = $derived.by(() => this.ownReason ?? this.look?.reason ?? null);

  /** What is wrong with its reason. */
  readonly weak = $derived.by(() => this.refused ?? (this.look?.weak ? { message: this.look.weak, hint: '' } : null));

  /** What the core is asked, as it stands. */
  get ask(): Conclude {
    const { id, occurrence } = this.block;
    return {
      id,
      occurrence,
      on: this.on,
      hour: this.hour,
      work: this.told ? workOf(this.pieces) : null,
      reason: this.ownReason,
    };
  }

  /** Asks at once, and reads what stands beside it. What can't be read of that is done without. */
  load(): void {
    this.asking.want(this.ask);
    const { id, occurrence } = this.block;
    this.core.betweenTemplates().then(
      (templates) => (this.templates = templates),
      () => undefined,
    );
    this.core.touchpoint(id, occurrence).then(
      (sheet) => (this.sheet = sheet),
      () => undefined,
    );
  }

  /** Nobody looks any more. */
  leave(): void {
    clearTimeout(this.pause);
    this.asking.forget();
  }

  /** Working days later, within what there is. */
  count(days: number): void {
    const kept = Math.min(Math.max(days, 1), FURTHEST);
    if (this.on.type === 'after' && kept === this.on.days) return;
    this.on = { type: 'after', days: kept };
    this.changed();
  }

  /** At that minute of the day; at the meeting's own again when it is that one, or nothing. */
  at(minute: number | null): void {
    const hour = minute === this.own ? null : minute;
    if (hour === this.hour) return;
    this.hour = hour;
    this.changed();
  }

  /** Takes the next possibility. */
  takeInstead(): void {
    const { instead } = this.look ?? {};
    if (instead) this.count(instead.after);
  }

  useTemplate(template: BetweenTemplate): void {
    this.setPieces(this.named(template.work));
  }

  /** One more piece, to be named; gives back its name, or nothing when there are enough. */
  add(): number | null {
    if (this.pieces.length >= MOST) return null;
    const [piece] = this.named([{ title: '', minutes: MINUTES.usual }]);
    this.setPieces([...this.pieces, piece]);
    return piece.id;
  }

  change(id: number, change: Partial<Omit<Piece, 'id'>>): void {
    this.setPieces(this.pieces.map((piece) => (piece.id === id ? { ...piece, ...change } : piece)));
  }

  remove(id: number): void {
    this.setPieces(this.pieces.filter((piece) => piece.id !== id));
  }

  move(id: number, by: -1 | 1): void {
    this.setPieces(moved(this.pieces, id, by));
  }

  say(reason: Reason): void {
    this.ownReason = reason;
    this.refused = null;
    this.changed();
  }

  /** Does it: one step to undo. Nothing when it is impossible or its reason says nothing; any other trouble is thrown. */
  async conclude(): Promise<Done | null> {
    if (this.busy) return null;
    this.busy = true;
    this.leave();
    try {
      const answer = await this.core.conclude(this.ask);
      if (answer.type === 'done') return answer;
      this.take({ look: answer });
      return null;
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.code !== 'reason') throw problem;
      this.refused = { message: problem.message, hint: problem.hint };
      // What was being asked was forgotten for the press.
      this.asking.want(this.ask);
      return null;
    } finally {
      this.busy = false;
    }
  }

  private setPieces(pieces: Piece[]): void {
    if (pieces === this.pieces) return;
    this.pieces = pieces;
    this.told = true;
    this.changed();
  }

  private changed(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.asking.want(this.ask), PAUSE);
  }

  /** The own hour of a meeting of another zone can be another one at home by then. */
  private learn({ bridge }: ConcludeLook): void {
    if (bridge?.sameHour) this.own = minuteIn(bridge.start);
  }

  private take(answer: Answer): void {
    if ('problem' in answer) {
      const { message = '', hint = '' } = answer.problem as Partial<ProblemError>;
      this.problem = { message, hint };
      return;
    }
    this.problem = null;
    this.look = answer.look;
    if (this.told) return;
    this.pieces = this.named(answer.look.work);
    this.told = true;
  }

  private named(work: BetweenTemplate['work']): Piece[] {
    const pieces = piecesOf(work, this.names + 1);
    this.names += work.length;
    return pieces;
  }
}
