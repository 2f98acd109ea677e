import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST, STAY, toasts } from './toasts.svelte';

const texts = () => toasts.shown.map(({ text }) => text);

beforeEach(() => {
  for (const { id } of toasts.shown) toasts.dismiss(id);
  toasts.resume();
  vi.useFakeTimers();
});

afterEach(() => {
  toasts.resume();
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('a toast', () => {
  it('stays at least eight seconds, then goes by itself', () => {
    toasts.show({ text: 'Déplacé' });
    vi.advanceTimersByTime(8_000);
    expect(texts(), 'one has the time to read it and to undo').toEqual(['Déplacé']);
    vi.advanceTimersByTime(STAY);
    expect(texts()).toEqual([]);
  });

  it('waits as long as one looks at it, and then its whole time', () => {
    toasts.show({ text: 'Déplacé' });
    vi.advanceTimersByTime(STAY - 1);
    toasts.pause();
    vi.advanceTimersByTime(10 * STAY);
    expect(texts(), 'the pointer is on it').toEqual(['Déplacé']);
    toasts.resume();
    vi.advanceTimersByTime(STAY - 1);
    expect(texts()).toEqual(['Déplacé']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('that comes while one looks at another waits too', () => {
    toasts.pause();
    toasts.show({ text: 'Copié' });
    vi.advanceTimersByTime(10 * STAY);
    expect(texts()).toEqual(['Copié']);
  });

  it('makes room when there are too many: the oldest goes', () => {
    for (const text of ['un', 'deux', 'trois', 'quatre']) toasts.show({ text });
    expect(texts()).toHaveLength(MOST);
    expect(texts()).toEqual(['deux', 'trois', 'quatre']);
  });

  it('can be taken away by who showed it', () => {
    const away = toasts.show({ text: 'Lien copié' });
    away();
    expect(texts()).toEqual([]);
  });

  it('says of a step only the newest: the way back of an older one would lead elsewhere', () => {
    toasts.show({ text: 'Lien copié' });
    toasts.show({ text: 'Déplacé', about: 'step' });
    toasts.show({ text: 'Annulé', about: 'step' });
    expect(texts()).toEqual(['Lien copié', 'Annulé']);
  });
});
