/** What a column of a table can be read as, as one list to choose from. Pure. */
import type { ReachKind, TableField } from '../../ipc/bindings.gen';

/** Those of one meaning. */
const PLAIN = [
  'leave',
  'name',
  'given',
  'family',
  'additional',
  'prefix',
  'suffix',
  'nickname',
  'company',
  'role',
  'department',
] as const;
const REST = [
  'link',
  'birthday',
  'notes',
  'tags',
  'market',
  'tier',
  'siren',
  'siret',
  'consents',
  'objection',
  'uid',
  'custom',
] as const;

/** Those that are for something, and what for. */
const REACHED: [type: 'phone' | 'email' | 'street' | 'postcode' | 'city' | 'region' | 'country', kinds: ReachKind[]][] =
  [
    ['phone', ['work', 'mobile', 'home', 'fax', 'other']],
    ['email', ['work', 'home', 'other']],
    ['street', ['work', 'home', 'other']],
    ['postcode', ['work', 'home', 'other']],
    ['city', ['work', 'home', 'other']],
    ['region', ['work', 'home', 'other']],
    ['country', ['work', 'home', 'other']],
  ];

/** A choice of the list: its meaning, and what for when that matters. */
export interface Column {
  value: string;
  type: TableField['type'];
  kind: ReachKind | null;
}

/** Everything a column can be, in the order one looks for it. */
export const COLUMNS: Column[] = [
  ...PLAIN.map((type) => ({ value: type, type, kind: null })),
  ...REACHED.flatMap(([type, kinds]) => kinds.map((kind) => ({ value: `${type}:${kind}`, type, kind }))),
  ...REST.map((type) => ({ value: type, type, kind: null })),
];

/** The choice a field is. */
export function columnOf(field: TableField): string {
  return 'kind' in field ? `${field.type}:${field.kind}` : field.type;
}

/** The field a choice is; a field of one's own is called as the column's head. */
export function fieldOf(value: string, head: string): TableField {
  const column = COLUMNS.find((it) => it.value === value);
  if (!column) return { type: 'leave' };
  if (column.type === 'custom') return { type: 'custom', name: head };
  return (column.kind ? { type: column.type, kind: column.kind } : { type: column.type }) as TableField;
}

/** What a column says in the rows that were looked at: the first few that say something, each once. */
export function samples(rows: string[][], at: number, most = 3): string[] {
  const said = rows.map((row) => (row[at] ?? '').replace(/\s+/g, ' ').trim()).filter(Boolean);
  return [...new Set(said)].slice(0, most);
}
