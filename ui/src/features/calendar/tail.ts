/**
 * A block's tail, pulled to the day one concludes on: asks the core for the bridge while it hovers, one question at a
 * time and only the newest, and says it as the verdict of a drag. Nothing is written from here.
 */
import type { Conclude, ConcludeLook, Target, Verdict } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { dateIn, type IsoDate } from '../../intents/wall';
import { Newest } from '../../shared/newest';
import { pending, type InHand } from '../../state/pending.svelte';
import { t } from '../../words/words.svelte';

interface Question {
  ask: Conclude;
  target: Target;
  judged: (target: Target, verdict: Verdict) => void;
}

const bridges = new Newest<Question, ConcludeLook>(
  ({ ask }) => ipc.lookConclude(ask),
  ({ target, judged }, look) => {
    if (target.type !== 'timed' || aimedDay(pending.hand) !== dateIn(target.start)) return;
    pending.bridge = look;
    judged(target, verdictOf(look, dateIn(target.start)));
  },
);

/** Asks for the bridge to where a tail aims. */
export function askBridge(hand: InHand, judged: Question['judged']): void {
  const date = aimedDay(hand);
  if (pending.bridge && bridgeDay !== date) pending.bridge = null;
  bridgeDay = date;
  const { block } = hand.held;
  if (!date || !block || !hand.target) return bridges.forget();
  const on = { type: 'day', date } as const;
  const ask = { id: block.id, occurrence: block.occurrence, on, hour: null, work: null, reason: null };
  bridges.want({ ask, target: hand.target, judged });
}

/** No tail is pulled any more. */
export function forgetBridge(): void {
  bridges.forget();
  bridgeDay = null;
  pending.bridge = null;
}

/** The day the bridge was last asked for. */
let bridgeDay: IsoDate | null = null;

function aimedDay(hand: InHand | null): IsoDate | null {
  return hand?.target?.type === 'timed' ? dateIn(hand.target.start) : null;
}

/** What the rules say of concluding on a day, in the words and the tints of a drag. Pure. */
export function verdictOf(look: ConcludeLook, on: IsoDate): Verdict {
  const verdict = { when: look.day, there: null, debt: 0, follows: [], nearest: [] };
  const { bridge, instead } = look;
  if (!bridge) {
    const rather = instead ? [t('conclude-instead', { when: instead.when })] : [];
    // What is nearest is said last, and always: three sentences are shown.
    return { ...verdict, level: 'refused', why: [...look.why.slice(0, 3 - rather.length), ...rather] };
  }
  const { when } = bridge;
  if (bridge.date !== on) return { ...verdict, level: 'tight', when, why: [t('conclude-day-off', { when })] };
  if (!bridge.sameHour) return { ...verdict, level: 'tight', when, why: [t('conclude-hour-taken', { when })] };
  return { ...verdict, level: 'free', when, why: [] };
}
