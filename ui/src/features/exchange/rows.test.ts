import { describe, expect, it } from 'vitest';
import type { ImportRow, Match } from '../../ipc/bindings.gen';
import { PAGE, Rows } from './rows.svelte';

const TOTAL = 1_000;
const row = (index: number): ImportRow => ({
  index,
  verdict: 'new',
  file: 0,
  title: `n° ${index}`,
  when: '',
  detail: '',
  what: 'touchpoint',
  subtitle: '',
  differing: [],
  known: null,
});

/** A reader over a thousand rows that keeps what it was asked. */
function reader() {
  const asked: [Match | null, number, number][] = [];
  const read = async (only: Match | null, from: number, limit: number) => {
    asked.push([only, from, limit]);
    return { rows: Array.from({ length: Math.min(limit, TOTAL - from) }, (_, n) => row(from + n)), total: TOTAL };
  };
  return { asked, read };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the rows of a preview', () => {
  it('are read a page at a time, as they come into sight, and once', async () => {
    const { asked, read } = reader();
    const rows = new Rows(read, () => undefined);
    rows.filter(null, TOTAL);
    await settled();
    expect(rows.all, 'there is room for all of them').toHaveLength(TOTAL);
    expect(asked).toEqual([[null, 0, PAGE]]);
    rows.see(PAGE - 5, PAGE + 15);
    rows.see(PAGE, PAGE + 20);
    await settled();
    expect(asked).toHaveLength(2);
    expect(rows.all[PAGE]?.title).toBe(`n° ${PAGE}`);
    expect(rows.all[3 * PAGE], 'nobody looked there').toBeUndefined();
  });

  it('of another filter do not mix with those asked before', async () => {
    const answers: ((value: { rows: ImportRow[]; total: number }) => void)[] = [];
    const rows = new Rows(
      () => new Promise((resolve) => answers.push(resolve)),
      () => undefined,
    );
    rows.filter('new', 2);
    rows.filter('invalid', 1);
    answers[1]({ rows: [row(9)], total: 1 });
    answers[0]({ rows: [row(1), row(2)], total: 2 });
    await settled();
    expect(rows.all.map((it) => it?.index)).toEqual([9]);
  });

  it('that could not be read are asked again when they are looked at again', async () => {
    let failing = true;
    const problems: unknown[] = [];
    const { read } = reader();
    const rows = new Rows(
      (...of) => (failing ? Promise.reject(new Error('no')) : read(...of)),
      (it) => problems.push(it),
    );
    rows.filter(null, TOTAL);
    await settled();
    expect(problems).toHaveLength(1);
    failing = false;
    rows.see(0, 10);
    await settled();
    expect(rows.all[0]?.index).toBe(0);
  });
});
