// A data folder of a test's own, and the command line that looks into it.

import { type ExecFileOptions, execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { PATIENCE, until } from './until';

/** When every journey takes place: a Tuesday morning in Paris. */
export const NOW = '2026-11-24T09:12:00+01:00';

const repository = resolve(import.meta.dirname, '../../..');

/** The built application. */
export function binary(): string {
  return process.env.SENTIER_BIN ?? join(repository, 'target/debug/sentier');
}

/** The built window that a file is dragged out of. */
export function dragSource(): string {
  return process.env.SENTIER_DRAG_SOURCE ?? join(repository, 'target/debug/examples/drag_source');
}

/** The built program that shows notifications and holds the tray. */
export function desktopServices(): string {
  return (
    process.env.SENTIER_DESKTOP_SERVICES ??
    join(repository, 'target/debug/examples/desktop_services')
  );
}

/** A file of `tests/fixtures`: calendars other programs wrote. */
export function corpus(inside: string): string {
  return join(repository, 'tests/fixtures/ics', inside);
}

/** Any file of `tests/fixtures`. */
export function fixture(inside: string): string {
  return join(repository, 'tests/fixtures', inside);
}

/** The week the journeys take place in: a video meeting on Monday at 10:00, and what is around it. */
export const WEEK = join(import.meta.dirname, '../fixtures/week.ics');

/** A person's surroundings: a language and the zone of Paris, whatever this machine is set to. */
export function here(lang: 'fr' | 'en'): NodeJS.ProcessEnv {
  const locale = { fr: 'fr_FR.UTF-8', en: 'en_GB.UTF-8' }[lang];
  return { ...process.env, LANG: locale, LC_ALL: '', LANGUAGE: lang, TZ: 'Europe/Paris' };
}

/** What a verb of the command line said. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** A block as `sentier list touchpoints --json` prints it; only what the journeys read. */
export interface Listed {
  id: string;
  title: string;
  occurrence: string | null;
  slot: { startAt: string; endAt: string; allDay: boolean } | null;
}

/** A temporary data folder, gone when the test that made it ends. */
export class House {
  readonly dir: string;
  readonly now: string;

  constructor(now: string = NOW) {
    this.now = now;
    this.dir = mkdtempSync(join(tmpdir(), 'sentier-house-'));
    onTestFinished(() => until('the folder is removed', () => removed(this.dir)));
  }

  /** A folder that already holds the journeys' week. */
  static async withWeek(): Promise<House> {
    const house = new House();
    await house.done(['import', WEEK]);
    return house;
  }

  /** A folder that holds what another one holds. */
  static like(data: string): House {
    const house = new House();
    cpSync(data, house.data, { recursive: true });
    return house;
  }

  /** Runs a verb without a window, on this folder and at this house's time. */
  cli(args: string[]): Promise<Said> {
    return said([...args, '--data-dir', this.data, '--now', this.now], { env: here('fr') });
  }

  /**
   * Starts the application once more, as one does who forgot that it is open, on this folder by whatever way one comes to
   * it; how that start ended. One that opens a window of its own is ended.
   */
  startAgain(
    args: string[] = [],
    data = this.data,
    from = this.dir,
    more: NodeJS.ProcessEnv = {},
  ): Promise<Said> {
    const env = { ...here('fr'), HOME: this.home, ...more };
    const all = ['--data-dir', data, '--now', this.now, ...args];
    return said(all, { env, cwd: from, timeout: PATIENCE, killSignal: 'SIGKILL' });
  }

  /** The same, for a verb that must succeed. */
  async done(args: string[]): Promise<string> {
    const said = await this.cli(args);
    if (said.code !== 0) throw new Error(`sentier ${args.join(' ')}: ${said.code}\n${said.err}`);
    return said.out;
  }

  /** Every touchpoint between two days, as the command line lists them. */
  async touchpoints(from: string, to: string): Promise<Listed[]> {
    const out = await this.done(['list', 'touchpoints', '--from', from, '--to', to, '--json']);
    return JSON.parse(out) as Listed[];
  }

  /** When each touchpoint of that title starts, between two days, in order. */
  async starts(title: string, from: string, to: string): Promise<string[]> {
    const found = (await this.touchpoints(from, to)).filter((each) => each.title === title);
    return found.map((each) => each.slot?.startAt ?? 'waits').sort();
  }

  /** Makes the closed book in it one that a later Sentier wrote: another schema, and the sum of the whole. */
  ofLaterVersion(): void {
    const version = join(this.data, 'VERSION');
    const [body = ''] = readFileSync(version, 'utf8').split(',"sum":"');
    const later = body.replace('"client":1', '"client":2');
    const sum = crc32(later).toString(16).padStart(8, '0');
    writeFileSync(version, `${later},"sum":"${sum}"}`);
  }

  /** Where the application keeps its data. */
  get data(): string {
    return join(this.dir, 'data');
  }

  /** A home folder for the window's process, so that it reads nobody's settings. */
  get home(): string {
    return join(this.dir, 'home');
  }

  /** What the window's process wrote on its outputs: what a system's journal would keep. */
  get output(): string {
    return join(this.dir, 'output');
  }

  /** Surroundings in which every place a program may write to by itself lies in this house. */
  get enclosed(): NodeJS.ProcessEnv {
    const place = (name: string) => {
      const folder = join(this.dir, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return folder;
    };
    return {
      HOME: place('home'),
      XDG_CACHE_HOME: place('home/.cache'),
      XDG_CONFIG_HOME: place('home/.config'),
      XDG_DATA_HOME: place('home/.local/share'),
      XDG_STATE_HOME: place('home/.local/state'),
      XDG_RUNTIME_DIR: place('run'),
      TMPDIR: place('tmp'),
    };
  }
}

/** What the application says when it is run with these arguments. */
function said(args: string[], options: ExecFileOptions): Promise<Said> {
  return new Promise((done) => {
    execFile(binary(), args, { maxBuffer: 1 << 28, ...options }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({ code, out: String(out), err: String(err) });
    });
  });
}

/** Removes a folder; `false` while some process of the window still writes into it. */
function removed(dir: string): boolean {
  try {
    rmSync(dir, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
