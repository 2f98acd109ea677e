import { describe, expect, it } from 'vitest';
import { Autosave } from './autosave.svelte';

/** A write one can finish by hand. */
function byHand() {
  const written: string[] = [];
  const waiting: { finish: () => void; fail: (problem: unknown) => void }[] = [];
  const write = (edit: string) =>
    new Promise<void>((finish, fail) => {
      written.push(edit);
      waiting.push({ finish, fail });
    });
  return { written, waiting, write };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('an autosave', () => {
  it('writes one edit after the other, in the order they were made', async () => {
    const { written, waiting, write } = byHand();
    const saving = new Autosave(write, () => undefined);
    const both = [saving.save('titre'), saving.save('lieu')];
    await settled();
    expect(written, 'the second waits for the first').toEqual(['titre']);
    expect(saving.status).toBe('saving');
    waiting[0].finish();
    await settled();
    expect(written).toEqual(['titre', 'lieu']);
    expect(saving.status, 'one is still on its way').toBe('saving');
    waiting[1].finish();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(saving.status).toBe('saved');
    expect(saving.busy).toBe(false);
  });

  it('says what failed, and the same edit can be made again', async () => {
    const { written, waiting, write } = byHand();
    const failures: { problem: unknown; retry: () => void }[] = [];
    const saving = new Autosave(write, (problem, retry) => failures.push({ problem, retry }));
    const first = saving.save('notes');
    await settled();
    waiting[0].fail('le disque est plein');
    expect(await first).toBe(false);
    expect(saving.status).toBe('failed');
    expect(failures[0].problem).toBe('le disque est plein');
    failures[0].retry();
    await settled();
    waiting[1].finish();
    await settled();
    expect(written).toEqual(['notes', 'notes']);
    expect(saving.status).toBe('saved');
  });

  it('goes on with what follows a failure', async () => {
    const { written, waiting, write } = byHand();
    const saving = new Autosave(write, () => undefined);
    void saving.save('un');
    const second = saving.save('deux');
    await settled();
    waiting[0].fail('non');
    await settled();
    waiting[1].finish();
    expect(await second).toBe(true);
    expect(written).toEqual(['un', 'deux']);
  });
});
