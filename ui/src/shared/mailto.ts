/**
 * The address that opens a mail to be written. What a card or a table gave as an address may hold a question mark and
 * headers of its own: nothing but the address itself goes along.
 */
export function mailto(address: string): string {
  return `mailto:${encodeURIComponent(address).replaceAll('%40', '@').replaceAll('%2B', '+')}`;
}
