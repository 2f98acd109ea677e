/** The work between two meetings while it is edited: added, taken away, put in another order. Pure. */
import type { BetweenTemplate, BetweenWork, LaidWork } from '../../ipc/bindings.gen';

/** A piece of work that keeps its name while it changes its place. */
export interface Piece extends BetweenWork {
  id: number;
}

/** The most pieces there are, and the bounds of one's minutes; the core's own. */
export const MOST = 12;
export const MINUTES = { least: 5, most: 720, usual: 30 };

/** Pieces of what the core gave; `from` is the first name that is free. */
export function piecesOf(work: BetweenWork[], from: number): Piece[] {
  return work.map((one, n) => ({ id: from + n, title: one.title, minutes: one.minutes }));
}

/** The work they say: a piece without words is none. */
export function workOf(pieces: Piece[]): BetweenWork[] {
  return pieces.filter(isSaid).map(({ title, minutes }) => ({ title: title.trim(), minutes }));
}

/** One piece `by` places further; the same list when it stands at that end. */
export function moved(pieces: Piece[], id: number, by: -1 | 1): Piece[] {
  const from = pieces.findIndex((piece) => piece.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= pieces.length) return pieces;
  const others = pieces.filter((piece) => piece.id !== id);
  return [...others.slice(0, to), pieces[from], ...others.slice(to)];
}

/** The piece the focus goes to when one is taken away: the one after it, else the one before. */
export function neighbourOf(pieces: Piece[], id: number): Piece | null {
  const at = pieces.findIndex((piece) => piece.id === id);
  return pieces[at + 1] ?? pieces[at - 1] ?? null;
}

/** Where each piece is laid, by its name; nothing for one without words, or while the answer is to other work. */
export function placesOf(pieces: Piece[], laid: LaidWork[]): Map<number, string> {
  const said = pieces.filter(isSaid);
  const agree = said.length === laid.length && said.every(({ title }, n) => laid[n].title === title.trim());
  return new Map(agree ? said.map(({ id }, n) => [id, laid[n].when]) : []);
}

/** Which template it is, or -1 for work of one's own. */
export function templateOf(templates: BetweenTemplate[], pieces: Piece[]): number {
  const work = JSON.stringify(workOf(pieces));
  const plain = (all: BetweenWork[]) => JSON.stringify(all.map(({ title, minutes }) => ({ title, minutes })));
  return templates.findIndex((template) => plain(template.work) === work);
}

function isSaid({ title }: Piece): boolean {
  return title.trim() !== '';
}
