/** Asks what the days in sight would say of what is in the hand, at the hour it is at. */
import type { Level } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { reschedule } from '../../intents/reschedule';
import { dateIn, minuteIn, wallAt } from '../../intents/wall';
import { calendar } from '../../state/calendar.svelte';
import { pending, type InHand } from '../../state/pending.svelte';
import { Foresight } from './foresight';
import { datesIn } from './pages';

/** More days than this are a month: there one reads the day under the hand. */
const MOST = 7;

const foresight = new Foresight<Level>(
  async (date, minute) => {
    const { hand } = pending;
    if (hand?.target?.type !== 'timed') throw new Error('nothing is at an hour');
    const proposal = reschedule(hand.held, { ...hand.target, start: wallAt(date, minute) }, { copy: hand.copy });
    // Where it already stands nothing speaks against it.
    return proposal ? (await ipc.judge(proposal)).level : 'free';
  },
  (known) => {
    if (known.size > 0 || pending.foreseen.size > 0) pending.foreseen = known;
  },
);

/** Looks around from where the hand is. Only a pointer that carries something looks: keys and fingers say where they go. */
export function foresee(hand: InHand): void {
  const { shown } = calendar;
  if (hand.by !== 'pointer' || hand.held.grip !== 'move' || hand.target?.type !== 'timed' || !shown) return unsee();
  const under = dateIn(hand.target.start);
  const dates = datesIn(shown.from, shown.until);
  if (dates.length > MOST) return unsee();
  const around = dates.filter((date) => date !== under);
  const what = `${hand.held.block?.key ?? hand.held.seed?.key ?? ''} ${hand.copy} ${under}`;
  foresight.look(what, minuteIn(hand.target.start), around);
}

/** Nothing is looked for any more. */
export function unsee(): void {
  foresight.forget();
}

/** What a day says of what is in the hand: under it, or foreseen; nothing when it is not known. */
export function levelOn(date: string): Level | null {
  const { hand, judged, foreseen } = pending;
  if (!hand) return null;
  const on =
    hand.target?.type === 'timed'
      ? dateIn(hand.target.start)
      : hand.target?.type === 'allDay'
        ? hand.target.first
        : null;
  return on === date ? (judged?.verdict.level ?? null) : (foreseen.get(date) ?? null);
}
