import { describe, expect, it } from 'vitest';
import type { BridgeLaid, ConcludeLook } from '../../ipc/bindings.gen';
import { block } from '../../intents/sample';
import { verdictOf } from './tail';

const bridge: BridgeLaid = {
  ...{ date: '2026-11-26', start: '2026-11-26T10:00', end: '2026-11-26T11:00', when: 'jeu. 26 nov. · 10:00 – 11:00' },
  ...{ after: 3, sameHour: true, work: [] },
};
const look = (more: Partial<ConcludeLook>): ConcludeLook => ({
  ...{
    block: block('video', '2026-11-23T10:00', '2026-11-23T11:00'),
    after: 3,
    day: 'jeu. 26 nov.',
    why: [],
    work: [],
  },
  ...{ bridge, instead: null, weak: null, reason: { bring: '', astonish: '', clarify: '', urgent: false } },
  ...more,
});

describe('the verdict on the day a tail is pulled to', () => {
  it('is free at the same hour', () => {
    expect(verdictOf(look({}), '2026-11-26')).toMatchObject({ level: 'free', when: bridge.when, why: [] });
  });

  it('is tight at another hour, and on a day that is not worked', () => {
    const other = verdictOf(look({ bridge: { ...bridge, sameHour: false } }), '2026-11-26');
    expect(other).toMatchObject({ level: 'tight', why: [expect.stringContaining(bridge.when)] });
    expect(verdictOf(look({}), '2026-11-25')).toMatchObject({ level: 'tight', why: [expect.stringContaining('26')] });
  });

  it('is refused with what fails, and what is possible instead', () => {
    const why = ['un', 'deux', 'trois', 'quatre'];
    const no = verdictOf(look({ bridge: null, why, instead: bridge }), '2026-11-26');
    expect(no.level).toBe('refused');
    expect(no.why).toEqual(['un', 'deux', expect.stringContaining(bridge.when)]);
    expect(verdictOf(look({ bridge: null, why }), '2026-11-26').why).toEqual(['un', 'deux', 'trois']);
  });
});
