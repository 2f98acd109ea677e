/** The sentences at the foot of the window: what was just done, and the way back. */

/** What a toast offers to do. */
export interface ToastAction {
  label: string;
  run: () => void;
}

/** A sentence, and what it offers. */
export interface Toast {
  id: number;
  text: string;
  actions: ToastAction[];
  tone: 'calm' | 'warn';
  /** What it speaks of, when only the newest of it is true: another one takes its place. */
  about: 'step' | null;
}

/** How long a toast stays, in milliseconds. */
export const STAY = 9_000;

/** More than this many at once is noise. */
export const MOST = 3;

class Toasts {
  shown = $state.raw<Toast[]>([]);
  private next = 1;
  private timers = new Map<number, ReturnType<typeof setTimeout>>();
  private paused = false;

  /** Says a sentence; gives back how to take it away. The oldest makes room. */
  show({ text, actions = [], tone = 'calm', about = null }: Partial<Omit<Toast, 'id'>> & { text: string }): () => void {
    const toast: Toast = { id: this.next++, text, actions, tone, about };
    const others = this.shown.filter((old) => about === null || old.about !== about);
    const kept = [...others, toast].slice(-MOST);
    for (const old of this.shown) if (!kept.includes(old)) this.forget(old.id);
    this.shown = kept;
    if (!this.paused) this.wait(toast.id);
    return () => this.dismiss(toast.id);
  }

  /** Takes a toast away. */
  dismiss(id: number): void {
    this.forget(id);
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  /** While the pointer or the focus is on them, they stay. */
  pause(): void {
    this.paused = true;
    for (const { id } of this.shown) this.forget(id);
  }

  /** And from then on they have their whole time again. */
  resume(): void {
    this.paused = false;
    for (const { id } of this.shown) this.wait(id);
  }

  private wait(id: number): void {
    this.forget(id);
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), STAY),
    );
  }

  private forget(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }
}

export const toasts = new Toasts();
