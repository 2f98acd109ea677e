import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opens, rendered } from './markdown';

/** What a page makes of a note. */
function shown(note: string): HTMLElement {
  const page = document.createElement('div');
  page.innerHTML = rendered(note);
  return page;
}

const TAGS = 'A,BLOCKQUOTE,BR,CODE,EM,H1,H2,H3,H4,H5,H6,HR,LI,OL,P,PRE,S,STRONG,TABLE,TBODY,TD,TH,THEAD,TR,UL';
const ALLOWED = new Set(TAGS.split(','));

/** The faults of a page: tags, attributes and addresses that a note may not make. */
function faults(page: HTMLElement): string[] {
  return [...page.querySelectorAll('*')].flatMap((element) => [
    ...(ALLOWED.has(element.tagName) ? [] : [element.tagName]),
    ...[...element.attributes]
      .filter(
        ({ name, value }) => !['title', 'style', 'start', 'class'].includes(name) && !(name === 'href' && opens(value)),
      )
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

describe('a note', () => {
  it('is shown with its lists, its emphasis and its lines', () => {
    const page = shown('# Budget\n\n- **10 000 €**\n- à rappeler *lundi*\n\nune ligne\nune autre');
    expect(page.querySelector('h1')?.textContent).toBe('Budget');
    expect([...page.querySelectorAll('li')].map((it) => it.textContent)).toEqual(['10 000 €', 'à rappeler lundi']);
    expect(page.querySelector('p br'), 'a line one types is a line one sees').not.toBeNull();
  });

  it('leads where the system can go, and nowhere else', () => {
    const links = (note: string) => [...shown(note).querySelectorAll('a')].map((it) => it.getAttribute('href'));
    expect(links('https://exemple.fr et <tel:+33238000000> et [écrire](mailto:zoe@example.com)')).toEqual([
      'https://exemple.fr',
      'tel:+33238000000',
      'mailto:zoe@example.com',
    ]);
    expect(links('zoe@example.com'), 'an address alone can be written to').toEqual(['mailto:zoe@example.com']);
    for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '//exemple.fr', 'notes.md']) {
      expect(links(`[ici](${bad})`), `${bad} stays text`).toEqual([]);
    }
  });

  it('never makes an element of what is written as HTML', () => {
    const page = shown('<img src=x onerror="alert(1)"> <script>alert(1)</script>\n\n<b>gras</b>');
    expect(page.querySelectorAll('img, script, b')).toHaveLength(0);
    expect(page.textContent, 'it is read as it was typed').toContain('<b>gras</b>');
  });

  it('fetches no picture, and shows its words', () => {
    const page = shown('![le plan de l’<atelier>](https://exemple.fr/plan.png)');
    expect(page.querySelector('img')).toBeNull();
    expect(page.textContent?.trim()).toBe('le plan de l’<atelier>');
  });

  it('whatever it says, is nothing but text, its marks and safe links', () => {
    const bits = [
      '<',
      '>',
      '"',
      "'",
      '&',
      '[',
      ']',
      '(',
      ')',
      '!',
      'javascript:',
      'https://',
      '`',
      '|',
      '\n',
      'a',
      '&#106;',
    ];
    const hostile = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 4 })), { maxLength: 40 });
    fc.assert(fc.property(hostile, (parts) => faults(shown(parts.join(''))).length === 0));
  });
});
