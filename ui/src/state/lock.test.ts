import { afterEach, expect, test, vi } from 'vitest';
import { ipc } from '../ipc/client';
import { lock } from './lock.svelte';
import { keepUnfinished } from './unfinished';

afterEach(() => void vi.restoreAllMocks());

test('it locks once what is being typed was saved, and takes along what cannot be saved yet', async () => {
  const said: string[] = [];
  vi.spyOn(ipc, 'lockNow').mockImplementation((unfinished) => {
    said.push(`locked ${unfinished}`);
    return Promise.resolve(true);
  });
  const field = document.createElement('input');
  document.body.append(field);
  // As fields save themselves: when they are left, and not at once.
  field.addEventListener('blur', () => void Promise.resolve().then(() => setTimeout(() => said.push('saved'), 5)));
  field.focus();
  const stop = keepUnfinished('draft', () => ({ title: 'Chez Aubert' }));
  await lock.now();
  stop();
  field.remove();
  expect(said).toEqual(['saved', 'locked {"draft":{"title":"Chez Aubert"}}']);
});
