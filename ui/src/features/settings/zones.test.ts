import { describe, expect, it } from 'vitest';
import { zoneName, zonesLike } from './zones';

const ZONES = ['America/Argentina/Buenos_Aires', 'America/Sao_Paulo', 'Europe/Paris', 'Europe/Zurich', 'UTC'];

describe('a zone', () => {
  it('is called by its city first', () => {
    expect(zoneName('Europe/Paris')).toBe('Paris, Europe');
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires, America, Argentina');
    expect(zoneName('UTC')).toBe('UTC');
  });

  it('is found by its city, without accents, capitals or order', () => {
    expect(zonesLike(ZONES, 'são paulo', 9)).toEqual(['America/Sao_Paulo']);
    expect(zonesLike(ZONES, 'ZÜRICH', 9)).toEqual(['Europe/Zurich']);
    expect(zonesLike(ZONES, 'europe par', 9)).toEqual(['Europe/Paris']);
    expect(zonesLike(ZONES, 'nulle part', 9)).toEqual([]);
  });

  it('whose city begins with the words comes first', () => {
    expect(zonesLike(['America/Port_of_Spain', 'Asia/Singapore', 'Europe/Spa'], 'sp', 9)[0]).toBe('Europe/Spa');
    expect(zonesLike(ZONES, '', 2), 'no more than asked').toHaveLength(2);
  });
});
