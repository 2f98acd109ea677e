/** What follows when the hand opens: over a place it is put there, and what was only pressed is opened. */
import { tick } from 'svelte';
import type { Target } from '../../ipc/bindings.gen';
import type { Held } from '../../intents/reschedule';
import { dateIn } from '../../intents/wall';
import { concluding } from '../../state/concluding.svelte';
import { desk } from '../../state/desk.svelte';
import { pending } from '../../state/pending.svelte';
import { drop } from './drop';
import type { GhostElement } from './ghost';
import { elementOf, rectOfElement } from './measure';
import { clickNothing } from './nothing';
import { plant } from './planting';
import { back, type Sight } from './reveal';
import { roving } from './roving.svelte';

/** What of the hand this needs to know. */
interface Opened {
  readonly ghost: GhostElement | null;
  /** What was in sight before it took hold. */
  readonly whence: Sight | null;
  /** It has taken hold of something else meanwhile. */
  readonly busy: boolean;
}

/** Puts what was held where it aims: a block moves, a step is planned, and what was drawn gets its draft. */
export async function land(held: Held, target: Target, copy: boolean, hand: Opened): Promise<void> {
  if (held.grip === 'tail') return conclude(held, target);
  if (held.block) {
    const ending = await drop(held, target, { copy });
    if (ending === 'refused') await glideHome(held, target, hand);
    return;
  }
  const rect = hand.ghost?.rect;
  const anchor = rect ? new DOMRect(rect.left, rect.top, rect.width, rect.height) : null;
  if (!held.seed) return desk.openDraft(target, anchor);
  const ending = await plant(held.seed, target, anchor);
  if (hand.busy) return;
  if (ending === 'refused' && hand.whence) await back(hand.whence);
  pending.behind = false;
}

/** A tail let go over a day opens the panel on it: nothing is written before its own press. */
function conclude({ block }: Held, target: Target): void {
  if (block && target.type === 'timed') concluding.ask(block, dateIn(target.start));
}

/** Opens what was pressed and not carried; a tail that was not pulled, the panel. */
export function openHeld({ block, from, grip }: Held): void {
  if (!block) return clickNothing(from);
  if (grip === 'tail') return concluding.ask(block);
  desk.selected = block.key;
  roving.key = block.key;
  const element = elementOf(block.key);
  element?.focus({ preventScroll: true });
  desk.openSheet(block, element?.getBoundingClientRect() ?? null);
}

/** A refused ghost goes back, in sight, to where it came from. */
async function glideHome(held: Held, target: Target, hand: Opened): Promise<void> {
  if (hand.busy || !held.block) return;
  pending.homing = { held, by: 'pointer', target, copy: false, day: null };
  await tick();
  const home = elementOf(held.block.key);
  await hand.ghost?.glide(home && rectOfElement(home));
  pending.homing = null;
}
