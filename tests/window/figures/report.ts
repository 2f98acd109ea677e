// Figures, a JSON object a line, as `cargo xtask bench` reads them.

import { appendFileSync } from 'node:fs';

/** A figure beside its baseline of the same window. */
export interface Figure {
  figure: string;
  value: number;
  unit: 'ms' | '%';
  /** What it is held against. */
  baseline?: string;
  baseline_value?: number;
  /** The most it may be, in its unit. */
  most?: number;
}

/** Says a figure: into the file the workshop reads, or on the screen where a person runs it. */
export function say(figure: Figure): void {
  const line = `${JSON.stringify(figure)}\n`;
  if (process.env.SENTIER_FIGURES) appendFileSync(process.env.SENTIER_FIGURES, line);
  else process.stdout.write(line);
}

/** The value below which that share of all values lies (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? NaN;
}

/** The middle and the slow end of some times, beside those of the baseline; `most` is for the slow end. */
export function sayTimes(figure: string, times: number[], bare: Bare, most: number): void {
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    say({
      figure: `${figure}, ${name}`,
      value: percentile(times, share),
      unit: 'ms',
      baseline: bare.name,
      baseline_value: percentile(bare.values, share),
      ...(name === 'p95' ? { most } : {}),
    });
  }
}

/** The same measured on something with nothing behind it. */
export interface Bare {
  name: string;
  values: number[];
}
