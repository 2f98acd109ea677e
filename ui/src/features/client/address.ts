/** A postal address whose every part is there. Pure. */
import type { Address } from '../../ipc/bindings.gen';

/** An address with nothing said yet. */
export const NOWHERE: Required<Address> = {
  kind: 'work',
  street: '',
  postcode: '',
  city: '',
  region: '',
  country: '',
};

/** Every part, empty where nothing is said. */
export function whole(address: Address): Required<Address> {
  return { ...NOWHERE, ...address };
}

/** Whether nothing is said of where it is. */
export function isNowhere(address: Address): boolean {
  const { street, postcode, city, region, country } = whole(address);
  return !(street + postcode + city + region + country).trim();
}
