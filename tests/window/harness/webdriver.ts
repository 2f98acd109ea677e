// WebKitWebDriver, one process for each window, and the session with the built binary.

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Capabilities, WebDriver } from 'selenium-webdriver';
import { HttpClient, Executor } from 'selenium-webdriver/http/index.js';
import { until } from './until';

/** A running driver and the window it opened. */
export interface Session {
  driver: WebDriver;
  /** The application's own process id. */
  app: number;
  /** Ends the application, if it still runs, and its driver. */
  end: () => Promise<void>;
}

/** Starts the application under a driver of its own and waits for its first window; what both say goes into `output`. */
export async function startSession(
  binary: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  output: string,
): Promise<Session> {
  const port = await freePort();
  const kept = openSync(output, 'a');
  const child = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    stdio: ['ignore', kept, process.env.SENTIER_SHOW_LOG ? 'inherit' : kept],
  });
  closeSync(kept);
  try {
    const address = `http://127.0.0.1:${port}`;
    await answering(address, child);
    const capabilities = new Capabilities();
    capabilities.set('webkitgtk:browserOptions', { binary, args });
    const executor = new Executor(new HttpClient(address));
    const driver = WebDriver.createSession(executor, capabilities);
    await driver.getSession();
    const app = firstChild(child);
    return { driver, app, end: () => ended(child, app) };
  } catch (error) {
    await ended(child);
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answering(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${child.exitCode}`);
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('WebKitWebDriver did not answer within 10 s');
}

/** The driver starts the application as its only child. */
function firstChild(child: ChildProcess): number {
  const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  const pid = Number.parseInt(text, 10);
  if (Number.isNaN(pid)) throw new Error('the driver started no application');
  return pid;
}

/** Whether a process is there, in whatever state. */
export function running(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * A driver that is ended leaves its application behind, so that one goes first, and is waited for: a process that is
 * told to die may still finish the write it is in, and its folder is removed right after.
 */
async function ended(child: ChildProcess, app?: number): Promise<void> {
  if (app !== undefined && running(app)) {
    process.kill(app, 'SIGKILL');
    await until('the application is gone', () => !running(app));
  }
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}
