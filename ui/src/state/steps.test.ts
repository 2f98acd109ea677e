import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Done } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { toasts } from '../shared/toasts.svelte';
import { desk } from './desk.svelte';
import { now } from './now.svelte';
import { sayDone } from './steps';

const client = { id: 'c1', name: 'Fonderie Perrin' };
const done = (wantsNext: Done['wantsNext']): Done => ({
  said: 'Annulé',
  block: null,
  client: null,
  scope: null,
  wantsNext,
  undo: { undo: null, redo: null },
  revision: 7,
});
const offered = () => toasts.shown.map(({ actions }) => actions.map(({ label }) => label));

beforeEach(() => {
  for (const { id } of toasts.shown) toasts.dismiss(id);
  now.set({
    at: '2026-11-24T09:12:00+01:00',
    wall: '2026-11-24T09:12',
    zone: 'Europe/Paris',
    fixed: true,
    elsewhere: null,
  });
  desk.show('week', '2026-11-24');
  desk.close();
});

afterEach(() => {
  for (const { id } of toasts.shown) toasts.dismiss(id);
  desk.close();
  vi.restoreAllMocks();
});

describe('a write that is said', () => {
  it('offers the way back, and nothing more while something comes next', () => {
    sayDone(done(null));
    expect(offered()).toEqual([['Annuler']]);
  });

  it('offers to plan what comes next once, in its own toast, when it left its client without', () => {
    sayDone(done(client));
    expect(offered()).toEqual([['Annuler', 'Prévoir la suite…']]);
    sayDone(done(null));
    expect(offered(), 'the next write has its own toast').toEqual([['Annuler']]);
    expect(desk.draft, 'nothing opens by itself').toBeNull();
  });

  it('opens a draft for that client when it is taken up', async () => {
    vi.spyOn(ipc, 'judge').mockRejectedValue(new Error('no core here'));
    sayDone(done(client));
    toasts.shown[0].actions[1].run();
    await vi.waitFor(() => expect(desk.draft?.client).toEqual(client));
    expect(desk.draft?.what).toEqual({ type: 'timed', start: '2026-11-24T09:30', minutes: 60 });
  });
});
