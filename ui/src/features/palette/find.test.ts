import { describe, expect, it } from 'vitest';
import type { Action } from '../../state/actions.svelte';
import { actionsLike } from './find';

const named = (...names: string[]): Action[] =>
  names.map((name) => ({ id: name, name: () => name, run: () => undefined }));
const like = (all: Action[], words: string) => actionsLike(all, words).map(({ id }) => id);

describe('the actions found for some words', () => {
  const all = named('Voir le mois', 'Aller aux réglages', 'Rétablir', 'Chercher ou agir');

  it('are all of them when nothing is asked', () => {
    expect(like(all, ' ')).toEqual(all.map(({ id }) => id));
  });

  it('are found without accents, capitals or order', () => {
    expect(like(all, 'REGL')).toEqual(['Aller aux réglages']);
    expect(like(all, 'mois voir')).toEqual(['Voir le mois']);
    expect(like(named('Ouvrir les œuvres'), 'oeuv')).toEqual(['Ouvrir les œuvres']);
  });

  it('begin with the words before those that only hold them', () => {
    expect(like(named('Voir le mois', 'Oiseau'), 'oi')).toEqual(['Oiseau', 'Voir le mois']);
  });

  it('are found by what other programs call them, in either language, behind their own names', () => {
    const called = (id: string, name: string): Action => ({ id, name: () => name, run: () => undefined });
    const two = [called('plan', 'Planifier un contact'), called('week', 'Aller au rendez-vous de la semaine')];
    expect(like(two, 'rdv')).toEqual(['plan']);
    expect(like(two, 'nouvelle reunion'), 'every word must be one').toEqual([]);
    expect(like(two, 'meeting')).toEqual(['plan']);
    expect(like(two, 'rendez'), 'its own name first').toEqual(['week', 'plan']);
  });
});
