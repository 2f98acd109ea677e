import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Block, CalendarDays, Done } from '../../ipc/bindings.gen';
import { block } from '../../intents/sample';
import { events, ipc } from '../../ipc/client';
import { now } from '../../state/now.svelte';
import SheetAround from './SheetAround.svelte';

const met = block('met', '2026-11-26T14:00', '2026-11-26T15:00');
const on = (key: string, hour: string, more: Partial<Block>) =>
  block(key, `2026-11-26T${hour}:00`, `2026-11-26T${hour}:30`, { hangsOn: 'met', ...more });

function open(blocks: Block[], more: Partial<Block> = {}) {
  vi.spyOn(ipc, 'calendarDays').mockResolvedValue({ blocks } as CalendarDays);
  return render(SheetAround, { block: { ...met, ...more } });
}

beforeEach(() => {
  vi.spyOn(events.changed, 'listen').mockResolvedValue(() => undefined);
  Element.prototype.scrollIntoView ??= () => undefined;
  now.set({ at: '', wall: '2026-11-26T08:00', zone: 'Europe/Paris', fixed: true, elsewhere: null });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('lists what hangs on a meeting with its hour, and lets what is to be done be ticked off', async () => {
  open([on('Chiffrer', '09', { purpose: 'work' }), on('Trajet', '13', { purpose: 'travel' })]);
  expect(await screen.findByRole('button', { name: /Chiffrer.*09:00/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Trajet.*13:00/ })).toBeTruthy();
  expect(screen.getAllByRole('checkbox'), 'there is nothing to do about the way').toHaveLength(1);
});

it('lays getting ready for it, for as long as one says', async () => {
  const hang = vi.spyOn(ipc, 'hangOn').mockResolvedValue({ said: 'Posé' } as Done);
  open([]);
  (await screen.findByRole('button', { name: 'Préparer…' })).focus();
  await userEvent.keyboard('{Enter}');
  // Where nothing is laid out, what floats counts as unseen.
  const items = await screen.findAllByRole('menuitem', { hidden: true });
  expect(items.map(({ textContent }) => textContent.trim().replace(/\s/g, ' '))).toEqual(['15 min', '30 min', '1 h']);
  await userEvent.click(items[1], { pointerEventsCheck: 0 });
  await vi.waitFor(() => expect(hang).toHaveBeenCalledWith('met', 'preparation', 30));
});

it('says nothing of a series that nothing hangs on', async () => {
  const { container } = open([], { repeats: true });
  await vi.waitFor(() => expect(ipc.calendarDays).toHaveBeenCalled());
  expect(container.querySelector('section')).toBeNull();
});
