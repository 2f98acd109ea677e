// A desktop of a test's own: a session bus, what shows notifications on it, what holds the tray, and what says that the
// machine sleeps.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { type House, binary, desktopServices, here } from './house';
import { until } from './until';
import { running } from './webdriver';

/** What a program asked of the desktop. */
export interface Asked {
  what: 'ready' | 'notified' | 'tray' | 'menu' | 'inhibited' | 'released' | 'unknown';
  title?: string;
  body?: string;
  lines?: string[];
}

export class Services {
  /** For the surroundings of a program. */
  readonly env: { DBUS_SESSION_BUS_ADDRESS: string; DBUS_SYSTEM_BUS_ADDRESS: string };
  readonly asked: Asked[] = [];
  readonly #program: ChildProcess;

  private constructor(address: string, args: string[]) {
    this.env = { DBUS_SESSION_BUS_ADDRESS: address, DBUS_SYSTEM_BUS_ADDRESS: address };
    this.#program = started(desktopServices(), args, { ...process.env, ...this.env });
    createInterface({ input: this.#program.stdout! }).on('line', (line) =>
      this.asked.push(JSON.parse(line) as Asked),
    );
  }

  /** Starts a bus whose files are in the house's folder, and the desktop on it. */
  static async start(house: House, { tray = true } = {}): Promise<Services> {
    const socket = join(house.dir, 'bus');
    const config = join(house.dir, 'bus.conf');
    // Like the screen's own: it starts no services, so that an absent one is an immediate answer.
    writeFileSync(
      config,
      `<busconfig><type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth>
       <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
       <allow own="*"/></policy></busconfig>`,
    );
    started('dbus-daemon', ['--nofork', '--nopidfile', '--config-file', config], process.env);
    await until('the session bus is there', () => existsSync(socket));
    const services = new Services(`unix:path=${socket}`, tray ? [] : ['--no-tray']);
    await services.hears('ready');
    return services;
  }

  /** What was asked of one sort, so far. */
  all(what: Asked['what']): Asked[] {
    return this.asked.filter((each) => each.what === what);
  }

  /** Waits until something was asked that many times, and gives back the last. */
  async hears(what: Asked['what'], times = 1): Promise<Asked> {
    await until(`${what} is heard ${times} ×`, () => this.all(what).length >= times);
    return this.all(what).at(-1)!;
  }

  /** Presses the picture in the tray. */
  activate(): void {
    this.#program.stdin!.write('activate\n');
  }

  /** Reads the menu of the tray. */
  async menu(): Promise<string[]> {
    const before = this.all('menu').length;
    this.#program.stdin!.write('menu\n');
    return (await this.hears('menu', before + 1)).lines ?? [];
  }

  /** Presses a line of the menu. */
  press(label: string): void {
    this.#program.stdin!.write(`press ${label}\n`);
  }

  /** What befalls the session: the machine goes to sleep or wakes, or the screen locks. */
  befalls(what: 'sleep' | 'wake' | 'lock'): void {
    this.#program.stdin!.write(`${what}\n`);
  }

  /** The tray leaves the desktop. */
  leave(): void {
    this.#program.stdin!.write('leave\n');
  }

  /** Starts the application as a session does, with no window driver; gives back its process id. */
  launch(house: House, now: string, args: string[], more: NodeJS.ProcessEnv = {}): number {
    const all = ['--data-dir', house.data, '--now', now, ...args];
    const env = { ...here('fr'), ...this.env, HOME: house.home, ...more };
    return started(binary(), all, env).pid!;
  }
}

/** Whether a window of that process is on the screen. */
export function isSeen(pid: number): boolean {
  const windows = execFileSync('wmctrl', ['-l', '-p'], { encoding: 'utf8' }).split('\n');
  return windows.some((each) => each.split(/\s+/)[2] === String(pid));
}

/** A process that ends with the test that started it. */
function started(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  const log = process.env.SENTIER_SHOW_LOG ? 'inherit' : 'ignore';
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', log] });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await until(`${program} has ended`, () => child.exitCode !== null || !running(child.pid!));
  });
  return child;
}
