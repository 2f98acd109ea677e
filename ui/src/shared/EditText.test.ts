import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import EditText from './EditText.svelte';

function field(props: { value: string; lines?: boolean }) {
  const saved: string[] = [];
  const view = render(EditText, { ...props, label: 'Titre', onsave: (text: string) => saved.push(text) });
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Titre' });
  return { saved, box, view };
}

describe('a text edited in place', () => {
  it('is saved when one leaves it', async () => {
    const { saved, box } = field({ value: 'Visio' });
    await userEvent.type(box, ' Dupont');
    expect(saved, 'not before').toEqual([]);
    await userEvent.tab();
    expect(saved).toEqual(['Visio Dupont']);
  });

  it('is saved on Enter, in one line', async () => {
    const { saved, box } = field({ value: '' });
    await userEvent.type(box, 'Visio  Dupont {Enter}');
    expect(saved).toEqual(['Visio Dupont']);
  });

  it('takes Enter for a line where lines are allowed', async () => {
    const { saved, box } = field({ value: '', lines: true });
    await userEvent.type(box, 'un{Enter}deux');
    expect(saved).toEqual([]);
    await userEvent.tab();
    expect(saved).toEqual(['un\ndeux']);
  });

  it('comes back to what it was on Escape, and the Escape goes no further', async () => {
    const { saved, box } = field({ value: 'Visio' });
    let heard = 0;
    const hear = (event: KeyboardEvent) => void (event.key === 'Escape' && (heard += 1));
    document.addEventListener('keydown', hear);
    await userEvent.type(box, ' Dupont{Escape}');
    expect(box.value).toBe('Visio');
    expect(heard, 'the sheet around it stays open').toBe(0);
    await userEvent.keyboard('{Escape}');
    expect(heard, 'the next one is for whatever is around').toBe(1);
    document.removeEventListener('keydown', hear);
    await userEvent.tab();
    expect(saved).toEqual([]);
  });

  it('writes nothing when nothing was changed', async () => {
    const { saved, box } = field({ value: 'Visio' });
    await userEvent.type(box, 's{Backspace}');
    await userEvent.tab();
    expect(saved).toEqual([]);
  });

  it('is saved when it goes away while one types', async () => {
    const { saved, box, view } = field({ value: '' });
    await userEvent.type(box, 'à ne pas perdre');
    view.unmount();
    expect(saved).toEqual(['à ne pas perdre']);
  });
});
