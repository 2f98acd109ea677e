import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Marked from './Marked.svelte';

describe('what matches', () => {
  it('is marked as an element of its own, and the text stays text', () => {
    const text = '<b>Hélène</b> & fils';
    const { container } = render(Marked, { marked: { text, marks: [{ from: 3, until: 9 }] } });
    expect(container.textContent, 'what was written is never read as markup').toBe(text);
    expect(container.querySelector('b')).toBeNull();
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Hélène']);
  });
});
