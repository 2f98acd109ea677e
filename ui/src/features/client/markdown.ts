/**
 * Notes, from Markdown to what a page may show, safely: nothing of the text is ever taken for HTML, no picture is
 * fetched, and an address is a link only when the system can open it (`http`, `https`, `mailto`, `tel`).
 */
import MarkdownIt from 'markdown-it';

/** The kinds of address a note may lead to. */
const OPENS = /^(https?:\/\/|mailto:|tel:)/i;

const md = new MarkdownIt({ html: false, linkify: true, breaks: true });
md.linkify.set({ fuzzyLink: false });
md.validateLink = (address) => OPENS.test(address.trim());
// A picture would be fetched from somewhere: its words are shown in its stead.
md.renderer.rules.image = (tokens, n) => md.utils.escapeHtml(tokens[n].content);

/** Whether the system may be asked to open an address. */
export function opens(address: string): boolean {
  return OPENS.test(address.trim());
}

/** The HTML of a note. */
export function rendered(note: string): string {
  return md.render(note);
}
