import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

/** The tokens of a theme: `--name` to its value. */
function tokens(theme: string): Map<string, string> {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([a-z-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const KINDS = ['phone', 'video', 'in-person', 'other'];
const FACES = [...'abcdef'];

/** What is read on what: AA, 4.5. */
const READ: [string, string[]][] = [
  [
    'ink',
    [
      'paper',
      'panel',
      'card',
      'well',
      'accent-tint',
      'warn-tint',
      'danger-tint',
      ...KINDS.map((kind) => `kind-${kind}-tint`),
    ],
  ],
  ['soft', ['paper', 'panel', 'card', 'well', 'accent-tint', ...KINDS.map((kind) => `kind-${kind}-tint`)]],
  ['faint', ['paper', 'panel', 'card', 'well']],
  ['on-accent', ['accent', 'accent-deep']],
  ['accent-ink', ['paper', 'panel', 'card', 'accent-tint', 'page-tint']],
  ['danger-ink', ['card', 'paper', 'danger-tint']],
  ['warn-ink', ['card', 'warn-tint']],
  ['free-ink', ['card', 'paper']],
  ['now', ['paper']],
  ['air-ink', ['air-tint', 'paper', 'panel', 'card']],
  ['verdict-ink', ['verdict-ground']],
  ['verdict-soft', ['verdict-ground']],
  ['verdict-free', ['verdict-ground']],
  ['verdict-tight', ['verdict-ground']],
  ['verdict-refused', ['verdict-ground']],
  ...KINDS.map((kind): [string, string[]] => [`kind-${kind}-ink`, [`kind-${kind}-tint`, 'card', 'paper']]),
  ...FACES.map((face): [string, string[]] => [`face-${face}-ink`, [`face-${face}-tint`]]),
];

/** What must be seen, though not read: 3. */
const SEEN: [string, string[]][] = [
  ['accent', ['paper', 'panel', 'card', 'accent-tint']],
  ['field-line', ['card', 'paper']],
  ['air-edge', ['paper', 'card']],
  ['refused-edge', ['paper', 'card']],
  ...KINDS.map((kind): [string, string[]] => [`kind-${kind}-edge`, ['paper', 'card']]),
];

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  const all = tokens(theme);
  const of = (name: string) => {
    const value = all.get(name);
    if (!value?.startsWith('#')) throw new Error(`--${name} is no plain colour in ${theme}: ${value}`);
    return value;
  };

  it('every ink is read on every ground it stands on', () => {
    for (const [ink, grounds] of READ) {
      for (const ground of grounds) {
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('every edge that means something is seen', () => {
    for (const [edge, grounds] of SEEN) {
      for (const ground of grounds) {
        expect(contrast(of(edge), of(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('the themes', () => {
  it('say the same things', () => {
    expect([...tokens('dark').keys()].sort()).toEqual([...tokens('light').keys()].sort());
  });
});
