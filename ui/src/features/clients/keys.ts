/** What a key asks of the list, when a row has the focus or the filter has. Pure. */

/** What a press tells; a `KeyboardEvent` is one. */
interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What is asked. */
export type Asked =
  | { what: 'go'; to: number }
  | { what: 'extend'; to: number }
  | { what: 'reach' }
  | { what: 'toggle' }
  | { what: 'all' }
  | { what: 'none' }
  | { what: 'open' }
  | { what: 'trash' }
  | { what: 'type'; letter: string };

/** Rows a page key goes over. */
const LEAP = 10;

const MOVES: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + LEAP,
  PageUp: (at) => at - LEAP,
  Home: () => 0,
  End: (_, last) => last,
};

/** What a key asks from a row: the one at `at`, of `count`. */
export function askedOnRow(press: Press, at: number, count: number): Asked | null {
  const mod = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  if (mod) {
    if (press.key.toLowerCase() === 'a' && !press.shiftKey) return { what: 'all' };
    return press.key === ' ' ? { what: 'toggle' } : null;
  }
  const move = MOVES[press.key];
  if (move) {
    const to = Math.max(0, Math.min(count - 1, move(at, count - 1)));
    return { what: press.shiftKey ? 'extend' : 'go', to };
  }
  if (press.key === ' ' && press.shiftKey) return { what: 'reach' };
  if (press.key === ' ' || press.key === 'x') return { what: 'toggle' };
  if (press.key === 'Enter') return { what: 'open' };
  if (press.key === 'Escape') return { what: 'none' };
  if (press.key === 'Delete') return { what: 'trash' };
  // A mark stays a shortcut (`/`, `?`); a letter or a figure begins a name.
  return /^[\p{L}\p{N}]$/u.test(press.key) ? { what: 'type', letter: press.key } : null;
}

/** What a key asks from the filter, where letters, Home and End are the text's own. */
export function askedInFilter(press: Press, at: number, count: number): Asked | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  if (press.key === 'ArrowDown') return { what: 'go', to: Math.max(0, Math.min(count - 1, at)) };
  if (press.key === 'Enter') return { what: 'open' };
  if (press.key === 'Escape') return { what: 'none' };
  return null;
}
