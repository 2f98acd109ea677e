/**
 * What is in the hand, and what was let go and is not answered yet.
 *
 * The truth is in `calendar.svelte.ts` and is never touched from here: when the hand opens over nothing, emptying this
 * restores everything exactly.
 */
import type { Block, ConcludeLook, Level, Nearby, Target, Verdict } from '../ipc/bindings.gen';
import type { Held } from '../intents/reschedule';

/** What is being moved, resized, drawn, or pulled by its tail. */
export interface InHand {
  held: Held;
  by: 'pointer' | 'keys' | 'clicks';
  /** Where it would go; `null` beside the calendar. */
  target: Target | null;
  /** The day lit up on the mini-month or in the agenda. */
  day: string | null;
  copy: boolean;
}

/** Dropped, and drawn there while the answer is on its way. */
export interface Settling {
  block: Block;
  target: Target;
  copy: boolean;
}

class Pending {
  hand = $state.raw<InHand | null>(null);
  /** What the rules say of `verdict.target`; stale as soon as the hand aims elsewhere. */
  judged = $state.raw<{ target: Target; verdict: Verdict } | null>(null);
  /** The bridge to where a pulled tail aims. */
  bridge = $state.raw<ConcludeLook | null>(null);
  /** Free places near, shown as outlines. */
  offered = $state.raw<Nearby[]>([]);
  /** What other days in sight would say at the same hour, as far as it was asked. */
  foreseen = $state.raw<ReadonlyMap<string, Level>>(new Map());
  settling = $state.raw<Settling[]>([]);
  /** Refused, and gliding home. */
  homing = $state.raw<InHand | null>(null);
  /** What the hand holds came from a client's page: it stays behind the calendar, to come back to as it was. */
  behind = $state(false);

  /** The key of the block in the hand, dimmed where it stands; a copy and a pulled tail leave it as it is. */
  readonly heldKey = $derived(
    this.hand && !this.hand.copy && this.hand.held.grip !== 'tail' ? (this.hand.held.block?.key ?? null) : null,
  );

  /** The day lit up on the mini-month or in the agenda. */
  readonly litDay = $derived(this.hand?.day ?? null);

  /** Whether "Déplacer…" waits for its click. */
  readonly choosing = $derived(this.hand?.by === 'clicks');
}

export const pending = new Pending();
