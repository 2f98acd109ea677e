/**
 * The lock: whether the book has a passphrase, and leaving the page in order when it locks. A locked page is loaded anew,
 * so that nothing of the book stays in it, seen or not.
 */
import type { Sealing } from '../ipc/bindings.gen';
import { answered, events, ipc } from '../ipc/client';
import { watchGestures } from './stirring';
import { allUnfinished } from './unfinished';

/** How long what is being saved may take before it locks all the same, in milliseconds. */
const PATIENCE = 800;
/** In which a field that was left begins to be saved, in milliseconds; and how often that is looked at. */
const A_MOMENT = 20;
const ROUNDS = 2;

/** Locks from anywhere, over anything. */
export const LOCK_KEY = 'Mod+L';

class Lock {
  /** How the book stands; nothing before it was read. */
  sealing = $state.raw<Sealing | null>(null);

  get sealed(): boolean {
    return this.sealing?.sealed ?? false;
  }

  /** Reads how it stands. */
  async read(): Promise<void> {
    this.sealing = await ipc.sealing().catch(() => this.sealing);
  }

  /** Locks, once what is being typed is saved; what cannot be saved yet is given to the core. */
  async now(): Promise<void> {
    // A field is kept when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // Its saving begins a moment later, and may take one question after another.
    for (let round = 0; round < ROUNDS; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
      await answered(PATIENCE);
    }
    await ipc.lockNow(allUnfinished());
  }

  /** Listens to the core: it asks to lock, or has locked. Tells it that somebody is there. Gives back how to stop. */
  listen(gone: () => void): () => void {
    const heard = [
      events.locking.listen(() => void this.now().catch(() => undefined)),
      events.locked.listen(gone),
      events.changed.listen(({ payload }) => {
        if (payload.topics.includes('settings')) void this.read();
      }),
    ];
    const stop = watchGestures(() => {
      if (this.sealed) ipc.stirred().catch(() => undefined);
    });
    return () => {
      stop();
      for (const listening of heard) void listening.then((unlisten) => unlisten());
    };
  }
}

export const lock = new Lock();
