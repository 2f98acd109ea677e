import { describe, expect, it } from 'vitest';
import { actions, type Action } from './actions.svelte';

const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  name: () => id,
  run: () => undefined,
  ...more,
});
const press = (key: string) => new KeyboardEvent('keydown', { key });

describe('the actions', () => {
  it('are there as long as their room is', () => {
    const away = actions.add([action('plan', { keys: ['C'] })]);
    expect(actions.find('plan')?.id).toBe('plan');
    expect(actions.of(press('c'))?.id, 'the same object serves the shortcut').toBe('plan');
    away();
    expect(actions.find('plan')).toBeUndefined();
    expect(actions.of(press('c'))).toBeUndefined();
  });

  it('are done only when they can be', () => {
    let can = false;
    const away = actions.add([action('today', { keys: ['T'], when: () => can })]);
    expect(actions.of(press('t'))).toBeUndefined();
    expect(actions.possible()).toEqual([]);
    can = true;
    expect(actions.of(press('t'))?.id).toBe('today');
    away();
  });

  it('are one for each id: who adds it again replaces it, and takes only its own away', () => {
    const first = actions.add([action('undo', { name: () => 'un' })]);
    const second = actions.add([action('undo', { name: () => 'deux' })]);
    expect(actions.all.map(({ name }) => name())).toEqual(['deux']);
    first();
    expect(actions.find('undo')?.name()).toBe('deux');
    second();
    expect(actions.all).toEqual([]);
  });
});
