import { describe, expect, it } from 'vitest';
import type { Block, ClientPage, ContactCard, Phone } from '../../ipc/bindings.gen';
import { calls, joins, writes } from './reaching';

const phone = (shown: string, dial: string, kind: Phone['kind'] = 'work'): Phone => ({
  kind,
  written: shown,
  shown,
  dial,
});

/** A page with only what reaching looks at. */
function page(part: Partial<ClientPage>): ClientPage {
  return { phones: [], emails: [], contacts: [], coming: [], ...part } as ClientPage;
}

function contact(name: string, part: Partial<ContactCard>): ContactCard {
  return { name, phones: [], emails: [], archived: false, trashed: false, ...part } as ContactCard;
}

describe('whom one reaches in a press', () => {
  it('is the people first, in their order, then the house', () => {
    const all = page({
      phones: [phone('04 50 00 00 00', '+33450000000')],
      contacts: [
        contact('Zoé Noël', { phones: [phone('02 38 00 00 00', '+33238000000')] }),
        contact('Jean D’Été', { emails: [{ kind: 'work', address: 'jean@example.org' }] }),
      ],
    });
    expect(calls(all).map(({ who, address }) => [who, address])).toEqual([
      ['Zoé Noël', 'tel:+33238000000'],
      ['', 'tel:+33450000000'],
    ]);
    expect(writes(all)).toEqual([{ who: 'Jean D’Été', shown: 'jean@example.org', address: 'mailto:jean@example.org' }]);
  });

  it('is no fax, nothing that cannot be dialled, and nobody who was put aside', () => {
    const all = page({
      phones: [phone('02 38 00 00 09', '+33238000009', 'fax'), phone('poste 12', '')],
      contacts: [contact('Zoé Noël', { archived: true, phones: [phone('02 38 00 00 00', '+33238000000')] })],
    });
    expect(calls(all)).toEqual([]);
  });

  it('joins the nearest meeting that has a link and a slot', () => {
    const block = (id: string, link: Block['link'], slot: unknown) => ({ id, link, slot }) as Block;
    const coming = [block('a', null, {}), block('b', 'jitsi', null), block('c', 'teams', {}), block('d', 'meet', {})];
    expect(joins(page({ coming }))?.id).toBe('c');
    expect(joins(page({}))).toBeNull();
  });
});
