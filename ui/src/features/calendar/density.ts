/** How much of itself a block can show in the room it has, so that no text is ever cut through the middle. Pure. */

export interface Density {
  /** One small line, one line, or lines under each other. */
  face: 'slim' | 'line' | 'full';
  /** Lines for the title and the reason together. */
  lines: number;
  /** How much of its hours. */
  hours: 'both' | 'start' | 'none';
  /** Whether there is room for the title beside the icon. */
  title: boolean;
  /** Whether there is room for the mark of its state beside the icon of its kind. */
  state: boolean;
  /** Whether there is room for the marks (repeats, has a link). */
  marks: boolean;
  /** Whether a long word is broken over lines; where few letters fit, it ends at the edge instead of standing in a tower. */
  breaks: boolean;
}

/** Of what stands as an edge: its icon. */
export const EDGE: Density = {
  face: 'slim',
  lines: 1,
  hours: 'none',
  title: false,
  state: false,
  marks: false,
  breaks: false,
};

/** Heights and widths in pixels at 16 px a `rem`; they follow the styles of `Face.svelte`. */
const PADDING = 6;
const LINE = 16;
const LINE_LEAST = 20;
const SIDES = 18;
const ICON = 17;
const START = 34;
const BOTH = 84;
const MARKS = 34;
/** Width of the two letters under which a title says nothing. */
const LETTERS = 22;
/** Width of a word's half, under which a broken word cannot be read. */
const HALF_WORD = 40;
/** Letters a title should keep beside the hours. */
const TITLE = 84;

/** What fits. `unit` is the page's `rem` in pixels over 16; `state` says that the mark of a state needs its room. */
export function densityFor(height: number, width: number, unit = 1, state = false): Density {
  const room = height / unit;
  const lines = Math.floor((room - PADDING - LINE) / LINE);
  const marked = state && width / unit - SIDES >= ICON * 2;
  const free = width / unit - SIDES - ICON * (marked ? 2 : 1);
  const breaks = width / unit - SIDES >= HALF_WORD;
  if (lines >= 1) {
    const hours = free >= BOTH ? 'both' : free >= START ? 'start' : 'none';
    const rest = free - (hours === 'both' ? BOTH : hours === 'start' ? START : 0);
    const marks = rest >= MARKS;
    return { face: 'full', lines: Math.min(lines, 7), hours, title: true, state: marked, marks, breaks };
  }
  const hours = free - START >= TITLE ? 'start' : 'none';
  return {
    face: room >= LINE_LEAST ? 'line' : 'slim',
    lines: 1,
    hours,
    title: free >= LETTERS,
    state: marked,
    marks: false,
    breaks,
  };
}
