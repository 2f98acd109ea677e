import { afterEach, describe, expect, it } from 'vitest';
import { block, slot, verdict, wholeDays } from '../../intents/sample';
import { lengthOf } from '../../words/dates';
import { speak } from '../../words/words.svelte';
import { reasonLine } from '../../state/moments';
import { nameOf, sayMove, whenShort } from './wording';

afterEach(() => speak('fr'));

const reason = { bring: '', astonish: '', clarify: 'le budget' };
const video = block('v', '2026-11-26T13:00', '2026-11-26T14:00', { title: 'Fromagerie du Lac', reason });

describe('what a block is called', () => {
  it('is its kind, its title, its day and hours, and its reason', () => {
    expect(nameOf(video)).toBe(
      'Visio, Fromagerie du Lac, jeudi 26 novembre, 13:00 à 14:00, raison\u00a0: J’éclaire\u00a0: le budget',
    );
    speak('en');
    expect(nameOf(video)).toBe(
      'Video, Fromagerie du Lac, Thursday 26 November, 13:00 to 14:00, reason: I clarify: le budget',
    );
  });

  it('says what is not seen by its colour alone', () => {
    const it = { ...video, state: 'cancelled' as const, repeats: true, transparent: true, link: 'teams' as const };
    for (const word of ['annulé', 'se répète', 'laisse le temps libre', 'lien Teams'])
      expect(nameOf(it)).toContain(word);
  });

  it('says with whom when the title does not', () => {
    expect(nameOf({ ...video, client: { id: 'c', name: 'Coop du Val' } })).toContain(', Coop du Val,');
    expect(nameOf({ ...video, client: { id: 'c', name: 'Fromagerie du Lac' } }).match(/Fromagerie/g)).toHaveLength(1);
  });

  it('says the hours of its own zone', () => {
    const there = { ...slot('2026-11-26T13:00', '2026-11-26T14:00'), zone: 'America/Montreal', there: '07:00 – 08:00' };
    expect(nameOf({ ...video, slot: there })).toContain('07:00 – 08:00 là-bas');
  });

  it('says days as days, and a night over two of them', () => {
    expect(nameOf(wholeDays('Salon', '2026-11-25', '2026-11-28'))).toContain(
      'mercredi 25 novembre à vendredi 27 novembre, Jour entier',
    );
    expect(nameOf(wholeDays('Salon', '2026-11-25', '2026-11-26'))).toContain('mercredi 25 novembre, Jour entier');
    expect(nameOf(block('n', '2026-11-25T22:30', '2026-11-26T00:45'))).toContain('22:30 à jeudi 26 novembre 00:45');
    expect(nameOf(block('n', '2026-11-25T22:30', '2026-11-26T00:00')), 'midnight is still that day').toContain(
      '22:30 à 00:00',
    );
  });

  it('says what waits, and how long it is', () => {
    expect(nameOf(block('w', undefined, undefined, { minutes: 90 }))).toBe('Visio, w, À placer, 1\u202fh\u202f30');
  });
});

describe('lengths and reasons', () => {
  it('are written as one says them', () => {
    expect(['15', '60', '65'].map((n) => lengthOf(Number(n)))).toEqual(['15\u202fmin', '1\u202fh', '1\u202fh\u202f05']);
    expect(reasonLine({ bring: ' un devis ', astonish: 'x', clarify: '' })).toBe('J’apporte\u00a0: un devis');
    expect(reasonLine({ bring: '', astonish: ' ', clarify: '' })).toBe('');
  });
});

describe('where a hand aims', () => {
  it('is said short on screen and whole aloud', () => {
    const to = { type: 'timed', start: '2026-11-26T13:00', minutes: 60 } as const;
    expect(whenShort(to)).toBe('jeu. 26 nov. · 13:00\u00a0–\u00a014:00');
    expect(whenShort({ type: 'allDay', first: '2026-11-26', days: 2 })).toBe('jeu. 26 nov. – ven. 27 nov.');
    expect(whenShort({ type: 'tray' })).toBe('À placer');
    expect(sayMove(to, verdict({ level: 'refused', why: ['Chevauche « A »'] }))).toBe(
      'jeudi 26 novembre, 13:00 à 14:00, refusé, Chevauche « A »',
    );
  });
});
