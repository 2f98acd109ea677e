/** What the palette offers for some words. Pure. */
import { folded } from '../../shared/folded';
import type { Action } from '../../state/actions.svelte';

/** The actions whose name holds the words, those that begin with them first. */
export function actionsLike(all: Action[], words: string): Action[] {
  const wanted = folded(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return all;
  const scored = all
    .map((action) => ({ action, name: folded(action.name()) }))
    .filter(({ name }) => wanted.every((word) => name.includes(word)));
  const begins = (name: string) => Number(name.split(' ').some((part) => part.startsWith(wanted[0])));
  return scored.sort((a, b) => begins(b.name) - begins(a.name)).map(({ action }) => action);
}
