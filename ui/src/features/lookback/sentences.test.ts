import { afterEach, describe, expect, it } from 'vitest';
import type { LookBack } from '../../ipc/bindings.gen';
import { speak } from '../../words/words.svelte';
import { sentencesOf } from './sentences';

afterEach(() => speak('fr'));

function week(more: Partial<LookBack> = {}): LookBack {
  const day = (label: string, kept: number) => ({ label, air: { kept, of: 90 } });
  return {
    monday: '2026-11-23',
    days: [day('lun. 23 nov.', 90), day('mar. 24 nov.', 90)],
    owed: 0,
    withoutReason: 0,
    urgent: 0,
    promises: { kept: 2, of: 3 },
    ...more,
  };
}

const abouts = (one: LookBack) => sentencesOf(one).map(({ about }) => about);

describe('a week looked back at', () => {
  it('says nothing of what did not happen', () => {
    expect(abouts(week())).toEqual(['air', 'promises']);
    expect(abouts(week({ owed: 35, withoutReason: 1, urgent: 2 }))).toEqual([
      'air',
      'owed',
      'promises',
      'reasons',
      'urgent',
    ]);
  });

  it('names the days that were short, and no others', () => {
    expect(sentencesOf(week())[0].text).toBe('Chaque journée a gardé son air.');
    const short = week({ days: [{ label: 'mar. 24 nov.', air: { kept: 30, of: 90 } }] });
    expect(sentencesOf(short)[0].text).toContain('mar. 24 nov.');
    expect(sentencesOf(week({ days: [] }))[0].text).toBe('Aucune journée travaillée n’est encore passée.');
  });

  it('says the promises that were due', () => {
    const said = (kept: number, of: number) =>
      sentencesOf(week({ promises: { kept, of } })).find(({ about }) => about === 'promises')?.text;
    expect(said(2, 3)).toBe('2 promesses tenues sur 3 dues.');
    expect(said(3, 3)).toBe('Toutes les promesses dues sont tenues.');
    expect(said(0, 1)).toBe('La promesse due attend encore.');
    expect(said(0, 0)).toBe('Aucune promesse n’était due.');
    speak('en');
    expect(said(1, 3)).toBe('1 promise kept of 3 due.');
  });
});
