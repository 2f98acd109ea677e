/** How a client is reached in one press: whom to call, whom to write to, which meeting to join. Pure. */
import type { Block, ClientPage } from '../../ipc/bindings.gen';
import { mailto } from '../../shared/mailto';

/** A number or an address, and whose it is. */
export interface Way {
  /** The contact's name; empty for the house itself. */
  who: string;
  /** As it is shown. */
  shown: string;
  /** What the system opens. */
  address: string;
}

/** Numbers to call: the people first, as they are listed, then the house. Faxes are not called. */
export function calls(page: ClientPage): Way[] {
  return parties(page).flatMap(({ who, phones }) =>
    phones
      .filter(({ dial, kind }) => dial !== '' && kind !== 'fax')
      .map(({ shown, dial }) => ({ who, shown, address: `tel:${dial}` })),
  );
}

/** Addresses to write to, in the same order. */
export function writes(page: ClientPage): Way[] {
  return parties(page).flatMap(({ who, emails }) =>
    emails
      .filter(({ address }) => address.includes('@'))
      .map(({ address }) => ({ who, shown: address, address: mailto(address) })),
  );
}

/** The next meeting that has a link. */
export function joins(page: ClientPage): Block | null {
  return page.coming.find(({ link, slot }) => link !== null && slot !== null) ?? null;
}

function parties(page: ClientPage) {
  const people = page.contacts.filter(({ archived, trashed }) => !archived && !trashed);
  return [...people.map(({ name, phones, emails }) => ({ who: name, phones, emails })), { who: '', ...page }];
}
