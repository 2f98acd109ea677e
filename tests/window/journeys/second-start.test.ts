// Sentier is started while it is open: the window that is there comes forward, by whatever way the folder is named; another
// folder has a window of its own, and a verb of the command line says that the book is open.

import { symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { inFront } from '../harness/desktop';
import { House, fixture } from '../harness/house';
import { Services, isSeen } from '../harness/services';
import { until } from '../harness/until';
import { running } from '../harness/webdriver';
import { Window } from '../harness/window';

const LONG = 120_000;
const CARD = fixture('vcf/gmail-single2.vcf');

/** Waits until the window of a process has the keyboard, and sees that it keeps it. */
async function staysInFront(pid: number): Promise<void> {
  await until('its window is in front', () => inFront() === pid);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(inFront(), 'and stays there').toBe(pid);
}

test(
  'a second start brings the window forward, and another folder has its own',
  { timeout: LONG },
  async () => {
    const bus = new House();
    const services = await Services.start(bus, { tray: false });
    const house = await House.withWeek();
    const window = await Window.open({ house, env: services.env });
    await staysInFront(window.pid);

    const copy = await House.withWeek();
    const other = services.launch(copy, copy.now, []);
    await staysInFront(other);
    expect(isSeen(window.pid), 'both are on the screen').toBe(true);

    const again = (args: string[] = [], data?: string, from?: string) =>
      house.startAgain(args, data, from, services.env);
    expect(await again()).toMatchObject({ code: 0 });
    await staysInFront(window.pid);

    // By a link, and by a path that goes from where one is.
    const link = join(house.dir, 'link');
    symlinkSync(house.data, link);
    for (const [way, from] of [
      [link, house.dir],
      [relative(copy.dir, house.data), copy.dir],
      [join(house.data, 'snapshots', '..', ''), house.dir],
    ] as const) {
      await copy.startAgain([], copy.data, copy.dir, services.env);
      await staysInFront(other);
      expect(await again([], way, from), way).toMatchObject({ code: 0 });
      await staysInFront(window.pid);
    }

    // A session that starts it hidden asks for nothing while it is open.
    await copy.startAgain([], copy.data, copy.dir, services.env);
    await staysInFront(other);
    expect(await again(['--hidden'])).toMatchObject({ code: 0 });
    await staysInFront(other);

    // With a file it is there for that.
    expect(await again([CARD])).toMatchObject({ code: 0 });
    await staysInFront(window.pid);
    await window.find('[role="dialog"] [data-verdict="new"]');
    await window.press('Escape');
    expect(running(other), 'the other one never noticed').toBe(true);
  },
);

test('a verb on a book whose window is open says so, and changes nothing', async () => {
  const house = await House.withWeek();
  const passphrase = join(house.dir, 'passphrase');
  writeFileSync(passphrase, 'trois chênes au bord du lac');
  const window = await Window.open({ house });
  for (const verb of [
    ['list', 'touchpoints'],
    ['import', CARD],
    ['undo'],
    ['check'],
    ['lock', 'on', '--passphrase-file', passphrase],
  ]) {
    const said = await house.cli(verb);
    expect(said.code, `${verb.join(' ')}: ${said.err}`).toBe(3);
    expect(said.err, 'and what to do').toMatch(/ est (déjà )?ouvert[^]*Fermez/);
    expect(said.out).toBe('');
  }
  await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
  await window.becomes('Fromagerie du Lac', '2026-11-26T13:00:00+01:00');
  await window.close();
  const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
  expect(starts).toEqual(['2026-11-26T13:00:00+01:00']);
});
