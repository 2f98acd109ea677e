import { describe, expect, it } from 'vitest';
import { changesOf, peopleOf, whatOf } from './wording';

describe('a line of the queue', () => {
  it('is an invitation, said again once something is new for those who were told', () => {
    expect(whatOf({ what: 'request', changes: [] })).toBe('Invitation');
    expect(whatOf({ what: 'request', changes: ['time'] })).toBe('Invitation, à nouveau');
    expect(whatOf({ what: 'cancel', changes: ['time'] })).toBe('Annulation');
    expect(whatOf({ what: 'uninvite', changes: [] })).toBe('Annulation, invités retirés');
  });

  it('names people, and their address when they have no name', () => {
    const to = [
      { name: 'Marc Lévêque', email: 'marc@lac.test' },
      { name: '', email: 'achats@lac.test' },
    ];
    expect(peopleOf({ to })).toBe('Marc Lévêque, achats@lac.test');
  });

  it('says what is new, and nothing more of what is called off', () => {
    expect(changesOf({ what: 'request', changes: ['time', 'link'] })).toBe('nouvelle heure, nouveau lien');
    expect(changesOf({ what: 'cancel', changes: ['time'] })).toBe('');
    expect(changesOf({ what: 'uninvite', changes: ['people'] })).toBe('');
  });
});
