import { describe, expect, it } from 'vitest';
import { participantIn } from './people';

const who = (text: string) => {
  const found = participantIn(text);
  return found && [found.name, found.email];
};

describe('somebody, as one types them', () => {
  it('has a name, an address, or both', () => {
    expect(who('Camille Kerbrat')).toEqual(['Camille Kerbrat', '']);
    expect(who('c.kerbrat@exemple.fr')).toEqual(['', 'c.kerbrat@exemple.fr']);
    expect(who('Camille Kerbrat <c.kerbrat@exemple.fr>')).toEqual(['Camille Kerbrat', 'c.kerbrat@exemple.fr']);
    expect(who('"Kerbrat, Camille" <c@exemple.fr>')).toEqual(['Kerbrat, Camille', 'c@exemple.fr']);
  });

  it('loses the comma one ends with, and is nobody when nothing is left', () => {
    expect(who('Camille,')).toEqual(['Camille', '']);
    expect(who('  ; ')).toBeNull();
    expect(who('')).toBeNull();
  });

  it('has not answered yet', () => {
    expect(participantIn('Camille')).toMatchObject({ attendance: 'waiting', organizer: false });
  });
});
