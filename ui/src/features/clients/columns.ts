/**
 * The columns of the list: how wide each wants to be, which of them there is room for, and how one chooses and orders
 * them. Pure; widths are in rems. The name is always there, before them.
 */
import type { Column, Sort } from '../../ipc/bindings.gen';

/** Every column one can choose, in the order they are offered. */
export const CHOICES: readonly Column[] = [
  'contacts',
  'city',
  'last',
  'next',
  'clocks',
  'phone',
  'email',
  'market',
  'tier',
  'tags',
  'updated',
];

/** The least a column can be read at, and its share of what is left. */
const WIDTHS: Record<Column, { least: number; share: number }> = {
  name: { least: 13, share: 1.8 },
  contacts: { least: 8.5, share: 1.2 },
  city: { least: 7, share: 0.7 },
  last: { least: 9.5, share: 0.6 },
  next: { least: 12, share: 1.4 },
  clocks: { least: 11, share: 0.2 },
  phone: { least: 8.5, share: 0.3 },
  email: { least: 11, share: 1.1 },
  market: { least: 8, share: 0.8 },
  tier: { least: 4.5, share: 0 },
  tags: { least: 10, share: 1.2 },
  updated: { least: 7.5, share: 0.3 },
};

/** The box one selects by, the space between columns, and what stands left and right of a row. */
const BOX = 1.75;
const GAP = 1;
const MARGINS = 3.75;

/** The first columns there is room for, in a list that wide. */
export function fitting(columns: readonly Column[], width: number): Column[] {
  let used = MARGINS + BOX + GAP + WIDTHS.name.least;
  const fits: Column[] = [];
  for (const column of columns) {
    used += GAP + WIDTHS[column].least;
    if (used > width) break;
    fits.push(column);
  }
  return fits;
}

/** The tracks of a row, as CSS's `grid-template-columns` wants them. */
export function tracks(columns: readonly Column[]): string {
  const track = (column: Column) => {
    const { least, share } = WIDTHS[column];
    return share > 0 ? `minmax(${least}rem, ${share}fr)` : `${least}rem`;
  };
  return [`${BOX}rem`, track('name'), ...columns.map(track)].join(' ');
}

/** With a column chosen, after the others, or not any more. */
export function toggled(columns: readonly Column[], column: Column): Column[] {
  return columns.includes(column) ? columns.filter((it) => it !== column) : [...columns, column];
}

/** With a column one place further on, or back; at the ends it stays. */
export function moved(columns: readonly Column[], column: Column, by: -1 | 1): Column[] {
  const at = columns.indexOf(column);
  const to = at + by;
  if (at < 0 || to < 0 || to >= columns.length) return [...columns];
  const others = columns.filter((it) => it !== column);
  return [...others.slice(0, to), column, ...others.slice(to)];
}

/** What is latest interests first, and what has waited longest. */
const GREATEST_FIRST: readonly Column[] = ['last', 'clocks', 'updated'];

/** The order a press on a head asks for: the other way round when it is the order already. */
export function sortedBy(sort: Sort, column: Column): Sort {
  if (sort.by === column) return { by: column, descending: !sort.descending };
  return { by: column, descending: GREATEST_FIRST.includes(column) };
}
