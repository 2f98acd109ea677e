import { describe, expect, it } from 'vitest';
import type { Quick, QuickChip, QuickChoice, QuickMeaning } from '../../ipc/bindings.gen';
import { isTouchpoint, Sentence } from './sentence.svelte';

const VIDEO: QuickMeaning = { type: 'kind', kinds: ['video'] };
const DUPONTS: QuickMeaning = { type: 'who', names: ['Dupont Frères', 'Dupont Meubles'] };
const THURSDAY: QuickMeaning = { type: 'day', dates: ['2026-11-26'], part: null };

function chip(words: string, meaning: QuickMeaning): QuickChip {
  return { words, meaning, chosen: null };
}

function quick(...chips: QuickChip[]): Quick {
  return {
    chips,
    doubts: [],
    unknown: [],
    missing: [],
    draft: {
      kind: 'video',
      title: '',
      reason: { bring: '', astonish: '', clarify: '', urgent: false },
      client: { type: 'nobody' },
      to: { type: 'tray' },
      minutes: 60,
      place: '',
      link: '',
      notes: '',
      participants: [],
      force: false,
    },
    client: '',
    verdict: null,
    weak: null,
    ready: true,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a sentence', () => {
  it('is a touchpoint by how and one thing more, or by who and when', () => {
    expect(isTouchpoint(quick(chip('visio', VIDEO)))).toBe(false);
    expect(isTouchpoint(quick(chip('dupont', DUPONTS))), 'somebody one looks for').toBe(false);
    expect(isTouchpoint(quick(chip('jeudi', THURSDAY))), 'a day one goes to').toBe(false);
    expect(isTouchpoint(quick(chip('visio', VIDEO), chip('dupont', DUPONTS)))).toBe(true);
    expect(isTouchpoint(quick(chip('dupont', DUPONTS), chip('jeudi', THURSDAY)))).toBe(true);
  });

  it('is forgotten with its last letter, and what was under way with it', async () => {
    const asked: string[] = [];
    const sentence = new Sentence(async (words) => {
      asked.push(words);
      return quick(chip('visio', VIDEO), chip('jeudi', THURSDAY));
    });
    sentence.look('visio jeudi');
    await settled();
    expect(sentence.read).not.toBeNull();
    sentence.look('visio jeudi 11h');
    sentence.look(' ');
    await settled();
    expect(sentence.read).toBeNull();
    expect(asked).toEqual(['visio jeudi', 'visio jeudi 11h']);
  });

  it('keeps what was chosen while its own words stand, and no longer', async () => {
    const asked: QuickChoice[][] = [];
    const sentence = new Sentence(async (_, choices) => {
      asked.push(choices);
      return quick(chip('visio', VIDEO), chip('Dupont', DUPONTS));
    });
    for (const words of ['visio Dupont', 'visio Dupont jeudi', 'visio Dupon']) {
      sentence.look(words);
      if (words === 'visio Dupont') sentence.choose('Dupont', 1);
      await settled();
    }
    expect(asked.at(-2)).toEqual([{ words: 'Dupont', at: 1 }]);
    expect(asked.at(-1)).toEqual([]);
  });
});
