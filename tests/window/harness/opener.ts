// What Sentier asks the system to open: a program of that name, first on the path, that notes it and opens nothing.

import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './until';

export class Opener {
  /** For the surroundings of a program. */
  readonly env: { PATH: string };
  readonly #notes: string;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'sentier-opener-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    this.#notes = join(folder, 'asked');
    const program = join(folder, 'xdg-open');
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${this.#notes}'\n`);
    chmodSync(program, 0o755);
    this.env = { PATH: `${folder}:${process.env.PATH}` };
  }

  /** Everything it was asked to open so far, in order. */
  get asked(): string[] {
    if (!existsSync(this.#notes)) return [];
    return readFileSync(this.#notes, 'utf8').split('\n').filter(Boolean);
  }

  /** Waits until it was asked for so many things, and gives back the last. */
  async hears(times: number): Promise<string> {
    await until(`${times} things are opened`, () => this.asked.length >= times);
    return this.asked.at(-1)!;
  }
}
