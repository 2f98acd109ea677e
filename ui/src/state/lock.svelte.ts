/**
 * The lock: whether the book has a passphrase, and leaving the page in order when it locks. A locked page is loaded anew,
 * so that nothing of the book stays in it, seen or not.
 */
import type { Sealing } from '../ipc/bindings.gen';
import { answered, events, ipc } from '../ipc/client';
import { watchGestures } from './stirring';

/** How long what is being saved may take before it locks all the same, in milliseconds. */
const PATIENCE = 1_500;

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

  /** Locks, once what is being typed is saved. */
  async now(): Promise<void> {
    // A field is kept when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await answered(PATIENCE);
    await ipc.lockNow();
  }

  /** Listens to the core: it asks to lock, or has locked. Tells it that somebody is there. Gives back how to stop. */
  listen(gone: () => void): () => void {
    void this.read();
    const heard = [events.locking.listen(() => void this.now().catch(() => undefined)), events.locked.listen(gone)];
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
