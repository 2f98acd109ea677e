// Unkind ends: the process is killed while something is being written. Whatever the window or the
// command line had said was done must be there afterwards, and the book must be whole.
//
// 20 kills in the short form; `cargo xtask test --long` does 200.

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { House, WEEK, binary, here } from '../harness/house';
import { Window } from '../harness/window';

const KILLS = Number(process.env.SENTIER_KILLS ?? 20);
const PATIENCE = 60_000 + KILLS * 6_000;

const PLACES = [
  { date: '2026-11-26', time: '13:00' },
  { date: '2026-11-27', time: '11:00' },
  { date: '2026-11-23', time: '10:00' },
];

test(
  'a kill during a drop loses nothing that was said to be done',
  { timeout: PATIENCE },
  async () => {
    const dice = thrown(1);
    const house = await House.withWeek();
    let place = '2026-11-23T10:00:00+01:00';
    for (let kill = 0; kill < KILLS / 2; kill += 1) {
      const window = await Window.open({ house });
      const slot = PLACES[kill % PLACES.length]!;
      const target = `${slot.date}T${slot.time}:00+01:00`;
      const gesture = await window.take('Fromagerie du Lac');
      await gesture.over(slot);
      let said = false;
      const listening = window
        .toast(/Déplacé/)
        .then(() => (said = true))
        .catch(() => false);
      const drop = gesture.drop().catch(() => undefined);
      await pause(dice() * 120);
      const acknowledged = said;
      await window.kill();
      await Promise.all([listening, drop]);

      await house.done(['check']);
      const [now, ...more] = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
      expect(more, 'it is there once').toEqual([]);
      const allowed = acknowledged ? [target] : [place, target];
      expect(allowed, `kill ${kill}: what was said holds (said: ${acknowledged})`).toContain(now);
      place = now!;
    }
  },
);

test(
  'a kill during an import leaves a whole book, and the file can be brought in again',
  { timeout: PATIENCE },
  async () => {
    const dice = thrown(2);
    const count = 900;
    for (let kill = 0; kill < KILLS / 2; kill += 1) {
      const house = new House();
      await house.done(['import', WEEK]);
      const file = join(house.dir, 'many.ics');
      writeFileSync(file, many(count));
      const finished = await importKilledAfter(house, file, dice() * 700);

      await house.done(['check']);
      const after = await howMany(house);
      if (finished) expect(after, 'a finished import is whole').toBe(count);
      await house.done(['import', file]);
      expect(await howMany(house), 'the second time completes the first').toBe(count);
      const starts = await house.starts('Fromagerie du Lac', '2026-11-23', '2026-11-29');
      expect(starts, 'what was there before is untouched').toEqual(['2026-11-23T10:00:00+01:00']);
    }
  },
);

/** Runs an import and kills it; says whether it had already ended well. */
function importKilledAfter(house: House, file: string, milliseconds: number): Promise<boolean> {
  return new Promise((done) => {
    const args = ['import', file, '--data-dir', house.data, '--now', house.now];
    const child = execFile(binary(), args, { env: here('fr') }, (error) => done(error === null));
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
}

async function howMany(house: House): Promise<number> {
  const all = await house.touchpoints('2030-01-01', '2030-12-31');
  return all.filter((each) => each.title.startsWith('Essai ')).length;
}

/** A calendar of short meetings, eight a day. */
function many(count: number): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sentier//window tests//FR'];
  for (let index = 0; index < count; index += 1) {
    const date = new Date(Date.UTC(2030, 0, 1 + Math.floor(index / 8)));
    const day = date.toISOString().slice(0, 10).replaceAll('-', '');
    const hour = String(8 + (index % 8)).padStart(2, '0');
    lines.push(
      'BEGIN:VEVENT',
      `UID:many-${index}@window.test`,
      'DTSTAMP:20261101T080000Z',
      `DTSTART:${day}T${hour}0000Z`,
      `DTEND:${day}T${hour}3000Z`,
      `SUMMARY:Essai ${index}`,
      'END:VEVENT',
    );
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The same throws each time: a linear congruential generator, 0 ≤ throw < 1. */
function thrown(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
