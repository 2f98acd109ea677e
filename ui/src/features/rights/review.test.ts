import { beforeEach, expect, it, vi } from 'vitest';
import type { Done, SilentLine } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { ReviewModel } from './review.svelte';

const line = (id: string): SilentLine => ({
  id,
  name: id,
  role: '',
  email: '',
  client: null,
  last: '3 mars 2021',
  heard: true,
  objects: false,
  kept: '',
  why: '',
});

beforeEach(() => vi.restoreAllMocks());

it('keeps those chosen with one write, until the day that is offered, and forgets the choice', async () => {
  const read = vi.spyOn(ipc, 'silentPeople');
  read.mockResolvedValue({ total: 2, lines: [line('a'), line('b')], later: '2027-11-24' });
  const done = { said: 'gardées', wantsNext: null } as unknown as Done;
  const keep = vi.spyOn(ipc, 'keepPeople').mockResolvedValue(done);
  const model = new ReviewModel();
  await model.read();
  model.chooseAll(true);
  model.choose('a', false);
  model.why = 'toujours client';
  await model.keep([...model.chosen]);
  expect(keep.mock.calls).toEqual([[['b'], '2027-11-24', 'toujours client']]);
  expect(model.chosen.size).toBe(0);
});

it('drops from the choice whoever is not in the list any more', async () => {
  const read = vi.spyOn(ipc, 'silentPeople');
  read.mockResolvedValueOnce({ total: 2, lines: [line('a'), line('b')], later: '2027-11-24' });
  read.mockResolvedValueOnce({ total: 1, lines: [line('b')], later: '2027-11-24' });
  const model = new ReviewModel();
  await model.read();
  model.chooseAll(true);
  await model.read();
  expect([...model.chosen]).toEqual(['b']);
});
