/** What the core says of the whole house: the settings, what undo would do, whether examples are in it. */
import type { SettingsSheet, SpotsSheet, Start, Theme, UndoState } from '../ipc/bindings.gen';
import { events, ipc } from '../ipc/client';
import { speak } from '../words/words.svelte';
import { now } from './now.svelte';

const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

const ANYTHING = { video: true, confidential: true };
/** Before the core said where one is. */
const NOWHERE: SpotsSheet = {
  usual: [
    [null, null],
    [null, null],
    [null, null],
    [null, null],
    [null, null],
    [null, null],
    [null, null],
  ],
  except: [],
  holds: { home: ANYTHING, office: ANYTHING, booth: ANYTHING, client: ANYTHING, train: ANYTHING, other: ANYTHING },
};

class House {
  version = $state('');
  settings = $state.raw<SettingsSheet>({
    language: null,
    theme: 'system',
    home: null,
    hours: [],
    region: 'france',
    leave: [],
    spots: NOWHERE,
    reminding: { on: true, phone: null, video: null, inPerson: null, other: null, toTray: false },
    air: {
      day: 90,
      piece: 15,
      lunchFrom: 690,
      lunchUntil: 840,
      lunchMinutes: 45,
      video: 240,
      row: 3,
      pause: 15,
      phone: { before: 0, after: 0 },
      byVideo: { before: 0, after: 5 },
      inPerson: { before: 15, after: 15 },
    },
    me: { name: '', email: '' },
    locking: { idle: 15, onSleep: true, keep: false },
  });
  /** What undo and redo would do, in words. */
  undo = $state.raw<UndoState>({ undo: null, redo: null });
  /** Invented people are in the calendar. */
  examples = $state(false);
  /** The first start's two choices are still to be answered. */
  firstStart = $state(false);
  private begun = false;

  /** Takes what the core said at the start, or says again. */
  take(start: Start): void {
    this.version = start.version;
    this.settings = start.settings;
    this.undo = start.undo;
    this.examples = start.examples;
    // Once left, the first start does not come back when its first step is undone.
    this.firstStart = start.firstStart && !this.begun;
    this.begun = !this.firstStart;
    now.set(start.now);
    speak(start.language);
    this.dress(start.settings.theme);
  }

  /** Wears a theme from now on; as the desktop says, when it is left to it. */
  dress(theme: Theme = this.settings.theme): void {
    const asked = theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset.theme = asked;
  }

  /** Reads again whenever something is written, and gives files that came meanwhile to `files`. Gives back how to stop. */
  listen(files: (paths: string[]) => void): () => void {
    let asked = false;
    const again = async () => {
      asked = false;
      // What can't be read now is read at the next change; whoever wrote has said what went wrong.
      const start = await ipc.start().catch(() => null);
      if (!start) return;
      this.take(start);
      if (start.files.length > 0) files(start.files);
    };
    const stop = events.changed.listen(() => {
      if (asked) return;
      asked = true;
      setTimeout(() => void again(), 60);
    });
    return () => void stop.then((unlisten) => unlisten());
  }
}

export const house = new House();

dark?.addEventListener('change', () => house.dress());
