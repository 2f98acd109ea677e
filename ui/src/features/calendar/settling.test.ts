import { describe, expect, it } from 'vitest';
import { block } from '../../intents/sample';
import { withSettling } from './settling';

const a = block('a', '2026-11-23T10:00', '2026-11-23T11:00');
const b = block('b', '2026-11-24T10:00', '2026-11-24T11:00');
const waiting = block('waiting');
const to = { type: 'timed', start: '2026-11-26T13:00', minutes: 60 } as const;

describe('what was dropped and is not answered yet', () => {
  it('is drawn where it was dropped, and only there', () => {
    const shown = withSettling([a, b], [{ block: a, target: to, copy: false }]);
    expect(shown.map(({ key, slot }) => [key, slot?.start])).toEqual([
      ['b', '2026-11-24T10:00'],
      ['a', '2026-11-26T13:00'],
    ]);
  });

  it('is drawn twice when it is a copy', () => {
    expect(withSettling([a], [{ block: a, target: to, copy: true }]).map(({ slot }) => slot?.start)).toEqual([
      '2026-11-23T10:00',
      '2026-11-26T13:00',
    ]);
  });

  it('leaves the tray, and goes into it', () => {
    const tray = withSettling([waiting], [{ block: waiting, target: to, copy: false }]);
    expect(tray.filter(({ slot }) => slot === null)).toEqual([]);
    const back = withSettling([waiting], [{ block: a, target: { type: 'tray' }, copy: false }]);
    expect(back.filter(({ slot }) => slot === null).map(({ key }) => key)).toEqual(['waiting', 'a']);
  });

  it('is nothing most of the time, and then nothing is made again', () => {
    const blocks = [a, b];
    expect(withSettling(blocks, [])).toBe(blocks);
  });
});
