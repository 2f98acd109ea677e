/**
 * What a person can do, once each: the same object serves the shortcut, the palette and the menus.
 *
 * To add one: `actions.add([{ id, name, keys, run }])` where its room is mounted, and call what it gives back when the
 * room goes.
 */
import type { Component } from 'svelte';
import { matches } from './keys';

/** Something a person can do. */
export interface Action {
  id: string;
  /** What it is called, in the language of now. */
  name: () => string;
  /** The same without what it would act on, for the sheet of shortcuts; the name, when left out. */
  short?: () => string;
  /** Its shortcuts, as `keys.ts` writes them: `Mod+K`, `?`, `N`. */
  keys?: string[];
  /** Whether it can be done now; always, when left out. */
  when?: () => boolean;
  run: () => void;
  icon?: Component<{ size?: number; strokeWidth?: number }>;
  /** The heading it stands under in the sheet of shortcuts and in the palette. */
  group?: 'go' | 'calendar' | 'do';
}

class Actions {
  all = $state.raw<Action[]>([]);

  /** Adds actions; gives back how to take them away. An id that is there already is replaced. */
  add(added: Action[]): () => void {
    const ids = new Set(added.map(({ id }) => id));
    this.all = [...this.all.filter(({ id }) => !ids.has(id)), ...added];
    return () => {
      this.all = this.all.filter((action) => !added.includes(action));
    };
  }

  /** The action of an id. */
  find(id: string): Action | undefined {
    return this.all.find((action) => action.id === id);
  }

  /** What can be done now. */
  possible(): Action[] {
    return this.all.filter(({ when }) => !when || when());
  }

  /** The action a key press asks for, if any. */
  of(event: KeyboardEvent): Action | undefined {
    return this.possible().find(({ keys }) => keys?.some((key) => matches(key, event)));
  }
}

export const actions = new Actions();
