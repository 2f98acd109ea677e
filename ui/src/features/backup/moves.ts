/** What a restore would change, as its dialog lists it. */
import type { Moving, NounMoves, RestoreExtent, RestoreLook } from '../../ipc/bindings.gen';

/** What can become of records. */
export const TURNS = ['back', 'changes', 'goes'] as const;
export type Turn = (typeof TURNS)[number];

/** A line of the list: so many records of a noun come back, change or go; the first by name. */
export interface Line extends Moving {
  turn: Turn;
  /** How many are not named. */
  more: number;
}

/** Which turns a restore takes. */
function taken(extent: RestoreExtent): readonly Turn[] {
  return extent === 'missing' ? ['back'] : TURNS;
}

/** The lines of a noun. */
export function linesOf(moves: NounMoves, extent: RestoreExtent): Line[] {
  return taken(extent)
    .map((turn) => ({ turn, ...moves[turn], more: moves[turn].count - moves[turn].first.length }))
    .filter(({ count }) => count > 0);
}

/** The nouns something would change in, with their lines. */
export function listOf({ nouns }: RestoreLook, extent: RestoreExtent): { noun: string; lines: Line[] }[] {
  return nouns
    .map((moves) => ({ noun: moves.noun, lines: linesOf(moves, extent) }))
    .filter(({ lines }) => lines.length > 0);
}
