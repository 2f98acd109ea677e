/** What the palette offers for some words. Pure. */
import { folded } from '../../shared/folded';
import type { Action } from '../../state/actions.svelte';
import { SYNONYMS } from './synonyms';

/**
 * The actions whose name holds the words, those that begin with them first; then those that are called so elsewhere,
 * each word the beginning of one of theirs.
 */
export function actionsLike(all: Action[], words: string): Action[] {
  const wanted = folded(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return all;
  const scored = all.map((action) => ({ action, rank: rankOf(action, wanted) }));
  const found = scored.filter(({ rank }) => rank !== null);
  return found.sort((a, b) => a.rank! - b.rank!).map(({ action }) => action);
}

/** 0 for a name that begins so, 1 for one that holds it, 2 for a synonym; `null` when it is none of them. */
function rankOf(action: Action, wanted: string[]): number | null {
  const name = folded(action.name());
  if (wanted.every((word) => name.includes(word))) {
    return name.split(' ').some((part) => part.startsWith(wanted[0])) ? 0 : 1;
  }
  const also = `${name} ${SYNONYMS[action.id] ?? ''}`.split(/[\s-]+/);
  return wanted.every((word) => also.some((part) => part.startsWith(word))) ? 2 : null;
}
