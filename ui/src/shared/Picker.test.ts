import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import Picker from './Picker.svelte';

/** A press that opens it, as a snippet makes one. */
const trigger = createRawSnippet<[Record<string, unknown>]>((props) => ({
  render: () => '<button type="button">Étiqueter</button>',
  setup: (node) => {
    const { onclick } = props() as { onclick: (event: Event) => void };
    node.addEventListener('click', onclick);
  },
}));

async function opened(more: { oncreate?: boolean; stays?: boolean; onopen?: () => void } = {}) {
  const picked: string[] = [];
  const made: string[] = [];
  render(Picker, {
    label: 'Étiquettes',
    hint: 'Une étiquette',
    nothing: 'Rien de ce nom.',
    groups: [{ items: ['export', 'à relancer', 'salon'].map((value) => ({ value, label: value })) }],
    onpick: (value: string) => picked.push(value),
    onopen: more.onopen,
    oncreate: more.oncreate ? (words: string) => made.push(words) : undefined,
    createLabel: (words: string) => `Nouvelle étiquette ${words}`,
    stays: more.stays,
    trigger,
  });
  await userEvent.click(screen.getByRole('button', { name: 'Étiqueter' }));
  return { picked, made, field: await screen.findByRole('combobox') };
}

// jsdom draws nothing, so it measures and scrolls nothing either.
beforeAll(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterAll(() => void vi.unstubAllGlobals());

const offered = () => screen.queryAllByRole('option').map((option) => option.textContent?.trim());

describe('picking from many', () => {
  it('takes a few letters, without their accents, and Enter', async () => {
    const { picked, field } = await opened();
    expect(offered()).toEqual(['export', 'à relancer', 'salon']);
    await userEvent.type(field, 'A REL');
    expect(offered()).toEqual(['à relancer']);
    await userEvent.keyboard('{Enter}');
    expect(picked).toEqual(['à relancer']);
    await waitFor(() => expect(screen.queryByRole('combobox'), 'one is enough: it closes').toBeNull());
  });

  it('tells that it opens, once, so that what it offers may be read only then', async () => {
    const onopen = vi.fn();
    const { field } = await opened({ onopen });
    expect(onopen).toHaveBeenCalledOnce();
    await userEvent.type(field, 'salon{Enter}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(onopen).toHaveBeenCalledOnce();
  });

  it('stays open for more than one, with all to choose from again', async () => {
    const { picked, field } = await opened({ stays: true });
    await userEvent.type(field, 'salon{Enter}');
    expect(offered()).toHaveLength(3);
    await userEvent.type(field, 'exp{Enter}');
    expect(picked).toEqual(['salon', 'export']);
  });

  it('offers to make what is not there, and only that', async () => {
    const { made, field } = await opened({ oncreate: true });
    await userEvent.type(field, 'SALON');
    expect(offered(), 'it is there, whatever the capitals').toEqual(['salon']);
    await userEvent.clear(field);
    await userEvent.type(field, 'Foire');
    expect(offered()).toEqual(['Nouvelle étiquette Foire']);
    await userEvent.keyboard('{Enter}');
    expect(made).toEqual(['Foire']);
  });

  it('says so when the letters fit nothing', async () => {
    const { field } = await opened();
    await userEvent.type(field, 'zzz');
    expect(screen.getByRole('status').textContent).toBe('Rien de ce nom.');
  });
});
