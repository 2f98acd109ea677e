import { describe, expect, it } from 'vitest';
import { sorted } from './given';

describe('files given to the window', () => {
  it('are brought in when they are calendars, cards, tables or folders, and else kept', () => {
    const paths = [
      '/tmp/Agenda.ICS',
      'C:\\Carnet\\contacts.vcf',
      '/tmp/clients 2026.csv',
      '/home/zoé.n/Contacts',
      '/tmp/devis.pdf',
      '/tmp/archive.csv.zip',
      '/tmp/.caché',
    ];
    const { bring, keep } = sorted(paths);
    expect(bring).toEqual(paths.slice(0, 4));
    expect(keep).toEqual(paths.slice(4));
  });
});
