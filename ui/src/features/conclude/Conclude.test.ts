import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BridgeLaid, Conclude as Ask, ConcludeLook, Concluded } from '../../ipc/bindings.gen';
import { block } from '../../intents/sample';
import { ipc } from '../../ipc/client';
import { concluding } from '../../state/concluding.svelte';
import Conclude from './Conclude.svelte';

const video = block('video', '2026-11-24T11:00', '2026-11-24T12:00');
const laid = (title: string, start: string, end: string) => ({ title, start, end, when: `${start} – ${end}` });
const bridge = (after: number): BridgeLaid => ({
  ...{ date: '2026-11-27', start: '2026-11-27T11:00', end: '2026-11-27T12:00', when: 'ven. 27 nov. · 11:00 – 12:00' },
  ...{ after, sameHour: true },
  work: [
    laid('Chiffrer', '2026-11-24T14:00', '2026-11-24T15:00'),
    laid('Relire', '2026-11-25T09:00', '2026-11-25T09:30'),
  ],
});

const core = { possible: true, done: [] as unknown[] };

function lookOf({ on, work }: Ask): ConcludeLook {
  const after = on.type === 'after' ? on.days : 3;
  const possible = core.possible || after > 3;
  return {
    ...{ block: video, after, day: 'ven. 27 nov.', weak: null },
    bridge: possible ? bridge(after) : null,
    why: possible ? [] : ['Le salon prend la journée'],
    instead: possible ? null : bridge(after + 1),
    work: work ?? [
      { title: 'Chiffrer', minutes: 60 },
      { title: 'Relire', minutes: 30 },
    ],
    reason: { bring: 'La proposition', astonish: '', clarify: '', urgent: false },
  };
}

beforeEach(() => {
  Element.prototype.scrollIntoView ??= () => undefined;
  core.possible = true;
  core.done = [];
  // Spied rather than mocked as a module: the files of one run share their modules.
  vi.spyOn(ipc, 'lookConclude').mockImplementation(async (ask) => lookOf(ask));
  vi.spyOn(ipc, 'conclude').mockImplementation(async (ask) => {
    const look = lookOf(ask);
    if (!look.bridge) return { type: 'impossible', ...look };
    core.done.push(ask);
    return { type: 'done', said: 'Conclusion posée' } as Concluded;
  });
  vi.spyOn(ipc, 'betweenTemplates').mockResolvedValue([]);
  vi.spyOn(ipc, 'touchpoint').mockRejectedValue(new Error('none'));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const why = createRawSnippet(() => ({ render: () => '<p>raison</p>' }));
const open = (entered = false) => render(Conclude, { asked: { block: video, on: null, entered }, why: why as never });
const press = (name: string) => screen.getByRole('button', { name: new RegExp(name) });

it('is filled, with the focus on the press: Enter does it', async () => {
  open();
  await screen.findByText('ven. 27 nov. · 11:00 – 12:00');
  expect(screen.getByRole('list', { name: /conclusion/i })).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(press('^Conclure')));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(core.done).toHaveLength(1));
  expect(concluding.concluded.has('video')).toBe(true);
});

it('loses no Enter that came before it was drawn', async () => {
  open(true);
  await vi.waitFor(() => expect(core.done).toHaveLength(1));
});

it('says why it is impossible, and the next two presses take what is possible and do it', async () => {
  core.possible = false;
  open();
  await screen.findByText('Le salon prend la journée');
  await vi.waitFor(() => expect(document.activeElement).toBe(press('^Conclure')));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(document.activeElement).toBe(press('^Plutôt')));
  expect(core.done).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await screen.findByText('ven. 27 nov. · 11:00 – 12:00');
  expect(document.activeElement).toBe(press('^Conclure'));
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(core.done).toMatchObject([{ on: { type: 'after', days: 4 } }]));
});

it('puts the work in another order by keyboard, and keeps the focus on what moves', async () => {
  open();
  const first = await screen.findByDisplayValue('Chiffrer');
  first.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  const titles = () => screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value);
  await vi.waitFor(() => expect(titles()).toEqual(['Relire', '30', 'Chiffrer', '60']));
  await vi.waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe('Chiffrer'));
  await userEvent.click(press('^Retirer.*Relire'));
  await vi.waitFor(() => expect(titles()).toEqual(['Chiffrer', '60']));
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(core.done).toMatchObject([{ work: [{ title: 'Chiffrer', minutes: 60 }] }]));
});

it('counts working days by arrows', async () => {
  open();
  const days = await screen.findByRole('spinbutton', { name: /^Combien de jours/ });
  days.focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  expect(days.getAttribute('aria-valuetext')).toMatch(/^5 jours/);
});

it('looks for the hour one sets by its parts, and for the same hour again', async () => {
  open();
  const [hour] = (await screen.findAllByRole('spinbutton')).filter(
    (part) => part.getAttribute('data-segment') === 'hour',
  );
  hour.focus();
  await userEvent.keyboard('{ArrowUp}');
  await vi.waitFor(() => expect(ipc.lookConclude).toHaveBeenLastCalledWith(expect.objectContaining({ hour: 12 * 60 })));
  await userEvent.click(press('^Même heure'));
  await vi.waitFor(() => expect(ipc.lookConclude).toHaveBeenLastCalledWith(expect.objectContaining({ hour: null })));
  expect(document.activeElement, 'the press is gone, the focus is not').toBe(hour);
});
