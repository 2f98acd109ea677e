import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Tags from './Tags.svelte';

function shown(tags: string[]) {
  const saved: string[][] = [];
  render(Tags, {
    tags,
    onsave: (it: string[]) => saved.push(it),
    label: 'Étiquettes',
    placeholder: 'Étiquette',
    removeLabel: (tag: string) => `Retirer ${tag}`,
  });
  return { saved, field: screen.getByRole('textbox') };
}

describe('words one gives', () => {
  it('are added by Enter, by a comma, and by leaving', async () => {
    const { saved, field } = shown(['VIP']);
    await userEvent.type(field, '  à   rappeler {Enter}');
    await userEvent.type(field, 'salon,');
    await userEvent.type(field, 'nord');
    await userEvent.tab();
    expect(saved).toEqual([
      ['VIP', 'à rappeler'],
      ['VIP', 'salon'],
      ['VIP', 'nord'],
    ]);
  });

  it('are not given twice, whatever their case', async () => {
    const { saved, field } = shown(['VIP']);
    await userEvent.type(field, 'vip{Enter}');
    expect(saved).toEqual([]);
  });

  it('are taken away by their cross, and the last one by Backspace', async () => {
    const { saved, field } = shown(['VIP', 'nord']);
    await userEvent.click(screen.getByRole('button', { name: 'Retirer VIP' }));
    expect(saved).toEqual([['nord']]);
    await userEvent.type(field, '{Backspace}');
    expect(saved[1], 'an empty field takes the last').toEqual(['VIP']);
    await userEvent.type(field, 'x{Backspace}');
    expect(saved, 'a letter of its own goes first').toHaveLength(2);
  });
});
