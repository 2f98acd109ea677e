import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import CheckedField from './CheckedField.svelte';

function shown(value: string) {
  const saved: string[] = [];
  const onsave = async (text: string) => {
    if (text === '123') return 'Il y faut 9 chiffres.';
    saved.push(text);
    return '';
  };
  const view = render(CheckedField, { value, onsave, label: 'SIREN' });
  return { saved, view, field: screen.getByRole<HTMLInputElement>('textbox') };
}

describe('a line that may be wrong', () => {
  it('is written when one leaves it, or on Enter, when it changed', async () => {
    const { saved, field } = shown('');
    await userEvent.type(field, '732 829  320{Enter}');
    await userEvent.tab();
    expect(saved).toEqual(['732 829 320']);
  });

  it('stays as typed, with the reason, and says so to who hears it', async () => {
    const { saved, field } = shown('');
    await userEvent.type(field, '123{Enter}');
    expect(field.value).toBe('123');
    expect(screen.getByRole('alert').textContent).toContain('Il y faut 9 chiffres.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(saved).toEqual([]);
    await userEvent.type(field, '{Escape}');
    expect(field.value, 'Escape gives it up').toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is written when it goes away while one types', async () => {
    const { saved, field, view } = shown('');
    await userEvent.type(field, '732829320');
    view.unmount();
    await Promise.resolve();
    expect(saved).toEqual(['732829320']);
  });
});
