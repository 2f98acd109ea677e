/** Asks the core what it thinks of where the hand aims: a dry run of the very drop. */
import type { Nearby, Reschedule, Target, Verdict } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { reschedule, sameTarget } from '../../intents/reschedule';
import { pending, type InHand } from '../../state/pending.svelte';
import { flight } from './flight.svelte';
import { live } from './live.svelte';
import { askBridge, forgetBridge } from './tail';
import { Newest } from '../../shared/newest';
import { sayMove } from './wording';

/** How long that is at most, in milliseconds: longer than an answer takes, too short to be read. */
const STANDS_MS = 120;
let standing: ReturnType<typeof setTimeout> | undefined;

interface Question {
  proposal: Reschedule;
  offered: () => void;
}

const judge = new Newest<Question, Verdict>(
  ({ proposal }) => ipc.judge(proposal),
  ({ proposal, offered }, verdict) => judged(proposal.to, verdict, offered),
);

/** Asks about what is in the hand; `offered` is told when the free places near change. */
export function askFor(hand: InHand, offered: () => void): void {
  if (hand.by === 'pointer') flight.step(performance.now());
  letStand(hand);
  if (hand.held.grip === 'tail') {
    judge.forget();
    return askBridge(hand, judgedTail);
  }
  // Said at once, and again with the verdict when it comes: the second takes the first's place.
  if (hand.by === 'keys' && hand.target) live.say(sayMove(hand.target, null));
  const proposal = reschedule(hand.held, hand.target, { copy: hand.copy });
  if (proposal) return judge.want({ proposal, offered });
  // Where it already is, or nowhere: there is nothing to ask.
  judge.forget();
  pending.judged = null;
  pending.offered = [];
}

/**
 * What was said of the last place stands until this one is answered for, which is a frame later: a tint that went and came
 * at every step would be a flicker, and every day would be drawn twice. Where no answer comes it is soon taken away.
 */
function letStand(hand: InHand): void {
  clearTimeout(standing);
  if (!pending.judged || sameTarget(pending.judged.target, hand.target)) return;
  if (hand.target) standing = setTimeout(() => (pending.judged = null), STANDS_MS);
  else pending.judged = null;
}

/** Nothing is in the hand: no answer is wanted any more. */
export function forget(): void {
  flight.end();
  clearTimeout(standing);
  judge.forget();
  forgetBridge();
  pending.judged = null;
  pending.offered = [];
}

/** A tail has a verdict as well; what is offered is the panel's business. */
function judgedTail(target: Target, verdict: Verdict): void {
  if (!pending.hand || !sameTarget(pending.hand.target, target)) return;
  clearTimeout(standing);
  pending.judged = { target, verdict };
}

function judged(target: Target, verdict: Verdict, offered: () => void): void {
  const { hand } = pending;
  if (!hand || !sameTarget(hand.target, target)) return;
  clearTimeout(standing);
  pending.judged = { target, verdict };
  flight.landed(() => offer(target, verdict, offered));
  if (hand.by === 'keys') live.say(sayMove(target, verdict));
}

function offer(target: Target, verdict: Verdict, offered: () => void): void {
  // An offer stays while the hand is in it, or it would vanish from under the hand.
  const inOffer = pending.offered.some(({ to }) => sameTarget(to, target));
  const offers = verdict.level === 'free' ? [] : verdict.nearest;
  if (!(verdict.level === 'free' && inOffer) && !sameOffers(pending.offered, offers)) {
    pending.offered = offers;
    offered();
  }
}

function sameOffers(some: Nearby[], others: Nearby[]): boolean {
  return some.length === others.length && some.every(({ to }, n) => sameTarget(to, others[n]!.to));
}
