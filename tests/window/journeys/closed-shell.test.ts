// A page that was made to do what no page of ours does: nothing gets in, nothing gets out, and the window stays.

import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { House } from '../harness/house';
import { Window } from '../harness/window';
import { walk } from '../shots/list';

const PATIENCE_MS = 400;

/** A server on loopback that only counts who knocks. */
async function doorbell(): Promise<{ port: number; rung: () => number }> {
  let rung = 0;
  const server = createServer((socket) => {
    rung += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, rung: () => rung };
}

/** Runs something in the page and gives back what it answers. */
function inPage<Answer>(window: Window, body: string, ...given: unknown[]): Promise<Answer> {
  return window.driver.executeAsyncScript<Answer>(
    `const done = arguments[arguments.length - 1];
     const given = [...arguments].slice(0, -1);
     const soon = (ms = ${PATIENCE_MS}) => new Promise((then) => setTimeout(then, ms));
     (async () => { ${body} })().then(done, (problem) => done('failed: ' + problem));`,
    ...given,
  );
}

test('words that are put into the page never run', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  const ran = await inPage<Record<string, unknown>>(
    window,
    `const ran = {};
     const holds = (name, make) => { try { ran[name] = make() ?? 'nothing'; } catch (problem) { ran[name] = problem.name; } };
     globalThis.__ran = [];
     holds('eval', () => (0, eval)('__ran.push("eval"); 1'));
     holds('Function', () => new Function('__ran.push("Function"); return 1')());
     holds('timer', () => { setTimeout('__ran.push("timer")', 0); });
     holds('script', () => {
       const script = document.createElement('script');
       script.textContent = '__ran.push("script")';
       document.body.append(script);
     });
     holds('data script', () => {
       const script = document.createElement('script');
       script.src = 'data:text/javascript,__ran.push("data script")';
       document.body.append(script);
     });
     holds('attribute', () => {
       const button = document.createElement('button');
       button.setAttribute('onclick', '__ran.push("attribute")');
       document.body.append(button);
       button.click();
     });
     holds('markup', () => {
       const div = document.createElement('div');
       div.innerHTML = '<img src=x onerror="__ran.push(1)"><svg onload="__ran.push(2)"></svg>'
         + '<iframe srcdoc="<script>parent.__ran.push(3)</script>"></iframe>';
       document.body.append(div);
     });
     holds('address', () => {
       const link = document.createElement('a');
       link.href = 'javascript:__ran.push("address")';
       document.body.append(link);
       link.click();
     });
     await soon();
     return { ...ran, came: globalThis.__ran };`,
  );
  expect(ran.came, 'nothing of it ran').toEqual([]);
  expect(ran.eval, 'eval is refused').toBe('EvalError');
  expect(ran.Function, 'and so is its sister').toBe('EvalError');
  await window.find('[data-view]');
});

test('nothing is fetched from elsewhere, whatever the page asks for', async () => {
  const bell = await doorbell();
  const window = await Window.open({ house: await House.withWeek() });
  const at = `http://127.0.0.1:${bell.port}`;
  await inPage(
    window,
    `const [at] = given;
     const tries = [
       () => fetch(at + '/fetch', { mode: 'no-cors' }),
       () => { const asked = new XMLHttpRequest(); asked.open('GET', at + '/xhr'); asked.send(); },
       () => new WebSocket(at.replace('http', 'ws') + '/socket'),
       () => new EventSource(at + '/events'),
       () => navigator.sendBeacon(at + '/beacon', 'x'),
       () => { new Image().src = at + '/image.png'; },
       () => { document.body.style.backgroundImage = 'url(' + at + '/style.png)'; },
       ...[['script', 'src'], ['iframe', 'src'], ['video', 'src'], ['embed', 'src'], ['object', 'data']].map(
         ([tag, name]) => () => {
           const element = document.createElement(tag);
           element[name] = at + '/' + tag;
           document.body.append(element);
         },
       ),
       ...['stylesheet', 'preload', 'prefetch', 'dns-prefetch', 'preconnect', 'icon', 'manifest', 'modulepreload'].map((rel) => () => {
         const link = document.createElement('link');
         Object.assign(link, { rel, href: at + '/' + rel, as: 'script' });
         document.head.append(link);
       }),
       () => new Worker(at + '/worker.js'),
       () => import(at + '/module.js'),
       () => new FontFace('Far', 'url(' + at + '/font.woff2)').load(),
     ];
     for (const attempt of tries) { try { void Promise.resolve(attempt()).catch(() => {}); } catch {} }
     await soon(1500);
     document.body.style.backgroundImage = '';`,
    at,
  );
  expect(bell.rung(), 'nobody knocked').toBe(0);
});

test('the window goes nowhere and opens no other', async () => {
  const bell = await doorbell();
  const window = await Window.open({ house: await House.withWeek() });
  const at = `http://127.0.0.1:${bell.port}`;
  const opened = await inPage<(string | null)[]>(
    window,
    `const [at] = given;
     const opened = [];
     for (const target of [at, 'about:blank', 'data:text/html,x', location.href]) {
       try { opened.push(window.open(target) && target); } catch { opened.push(null); }
     }
     const press = (make) => { const element = make(); document.body.append(element); return element; };
     for (const target of ['_blank', '_self', '_top']) {
       press(() => Object.assign(document.createElement('a'), { href: at + '/link', target })).click();
     }
     const form = press(() => Object.assign(document.createElement('form'), { action: at + '/form', method: 'post' }));
     try { form.submit(); } catch {}
     press(() => Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + at }));
     for (const go of [() => location.assign(at), () => location.replace('file:///etc/passwd'), () => { location.href = 'data:text/html,x'; }]) {
       try { go(); } catch {}
       await soon(200);
     }
     await soon();
     return opened;`,
    at,
  );
  expect(opened, 'no window opens').toEqual([null, null, null, null]);
  expect(bell.rung(), 'nobody knocked').toBe(0);
  expect(await window.driver.getAllWindowHandles(), 'there is one window').toHaveLength(1);
  expect(await window.driver.getCurrentUrl(), 'and it shows the app').toMatch(
    /^tauri:\/\/localhost/,
  );
  await window.find('[data-view]');
});

test('the page is given its own commands and no others', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  const answers = await inPage<Record<string, string>>(
    window,
    `const answers = {};
     const asks = {
       'plugin:dialog|open': { options: {} },
       'plugin:dialog|save': { options: {} },
       'plugin:dialog|message': { message: 'x' },
       'plugin:fs|read_text_file': { path: '/etc/passwd' },
       'plugin:opener|open_url': { url: 'https://example.com' },
       'plugin:opener|open_path': { path: '/etc/passwd' },
       'plugin:opener|reveal_item_in_dir': { paths: ['/etc/passwd'] },
       'plugin:log|log': { level: 3, message: 'x' },
       'plugin:window-state|save_window_state': { flags: 0 },
       'plugin:window-state|filename': {},
       'plugin:shell|execute': { program: 'sh', args: [] },
       'plugin:app|version': {},
       'plugin:path|resolve_directory': { directory: 1 },
       'plugin:resources|close': { rid: 0 },
       'plugin:image|from_path': { path: '/etc/passwd' },
       'plugin:menu|new': { kind: 'Menu', handler: null },
       'plugin:tray|new': { options: {} },
       'plugin:event|emit': { event: 'x', payload: 'x' },
       'plugin:event|emit_to': { target: { kind: 'Any' }, event: 'x', payload: 'x' },
       'plugin:window|close': { label: 'main' },
       'plugin:window|create': { options: { label: 'other' } },
       'plugin:window|set_title': { label: 'main', value: 'x' },
       'plugin:webview|create_webview_window': { options: { label: 'other', url: 'https://example.com' } },
       'plugin:webview|internal_toggle_devtools': {},
     };
     for (const [command, given] of Object.entries(asks)) {
       await window.__TAURI_INTERNALS__.invoke(command, given).then(
         (answer) => { answers[command] = 'ANSWERED ' + JSON.stringify(answer); },
         (problem) => { answers[command] = String(problem); },
       );
     }
     return answers;`,
  );
  for (const [command, answer] of Object.entries(answers)) {
    expect(answer, command).toMatch(/not allowed|not found/);
  }
  expect(Object.keys(answers), 'each was asked').toHaveLength(24);
});

test('files and addresses nobody gave are refused with a sentence, and lone surrogates are no message', async () => {
  const window = await Window.open({ house: await House.withWeek() });
  const refused = await inPage<Record<string, unknown>>(
    window,
    `const ask = (command, given) => window.__TAURI_INTERNALS__.invoke(command, given).then(
       () => 'ANSWERED', (problem) => problem.code ?? 'refused');
     return {
       file: await ask('preview_import', { paths: ['/etc/passwd'] }),
       script: await ask('open_link', { address: 'javascript:alert(1)' }),
       local: await ask('open_link', { address: 'file:///etc/passwd' }),
       long: await ask('create_client', { name: 'x'.repeat(100000) }),
       lone: await ask('create_client', { name: 'a\\ud800b' }),
       nan: await ask('search', { words: 'a', limit: NaN }),
       bytes: await window.__TAURI_INTERNALS__.invoke('create_client', new Uint8Array([1, 2, 3])).then(
         () => 'ANSWERED', (problem) => problem.code ?? 'refused'),
     };`,
  );
  expect(refused).toEqual({
    file: 'invalid',
    script: 'invalid',
    local: 'invalid',
    long: 'invalid',
    lone: 'refused',
    nan: 'refused',
    bytes: 'invalid',
  });
});

test('no view needs anything of what is closed', { timeout: 300_000 }, async () => {
  let views = 0;
  for await (const [view, window] of walk('fr', 'light')) {
    const broken = await window.driver.executeScript<string[]>(
      `if (!globalThis.__broken) {
         globalThis.__broken = [];
         document.addEventListener('securitypolicyviolation', (event) =>
           __broken.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + (event.sample ?? '')));
       }
       return __broken.splice(0);`,
    );
    expect.soft(broken, `${view.name} breaks no rule`).toEqual([]);
    views += 1;
  }
  expect(views, 'every view was looked at').toBeGreaterThan(15);
});
