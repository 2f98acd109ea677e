import { describe, expect, it } from 'vitest';
import { kindOf } from './kinds';

const files = (...names: string[]) => names.map((name) => ({ name, problem: null }));

describe('what files hold', () => {
  it('is said by their names', () => {
    expect(kindOf(files('Agenda.ICS'))).toBe('meetings');
    expect(kindOf(files('contacts.vcf', 'clients.csv'))).toBe('people');
    expect(kindOf(files('agenda.ics', 'clients.csv'))).toBe('both');
  });

  it('leaves out what could not be read', () => {
    expect(kindOf([...files('a.vcf'), { name: 'b.ics', problem: 'trop gros' }])).toBe('people');
  });
});
