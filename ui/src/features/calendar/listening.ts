/** The window's events while something is in the hand, and only then. */

const FOCUSABLE = 'button, a[href], [tabindex]';

/** What is heard. */
export interface Ears {
  moved(event: PointerEvent): void;
  released(event: PointerEvent): void;
  /** Before anything else on the page hears of it. */
  pressed(event: PointerEvent): void;
  key(event: KeyboardEvent): void;
  keyUp(event: KeyboardEvent): void;
  /** `pointercancel`, the window loses focus, or is hidden. */
  lost(): void;
  scrolled(): void;
  /** Something is in the hand: a finger that has it does not scroll the page. */
  readonly moving: boolean;
}

/** Begins to listen; gives back how to stop. */
export function listenTo(ears: Ears): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  addEventListener('pointermove', (event) => ears.moved(event), { signal });
  addEventListener('pointerup', (event) => ears.released(event), { signal });
  addEventListener('pointerdown', (event) => ears.pressed(event), { signal, capture: true });
  addEventListener('pointercancel', () => ears.lost(), { signal });
  addEventListener('touchmove', (event) => ears.moving && event.preventDefault(), { signal, passive: false });
  addEventListener('blur', () => ears.lost(), { signal });
  addEventListener('keydown', (event) => ears.key(event), { signal, capture: true });
  addEventListener('keyup', (event) => ears.keyUp(event), { signal, capture: true });
  document.addEventListener('visibilitychange', () => ears.lost(), { signal });
  document.addEventListener('scroll', () => ears.scrolled(), { signal, capture: true, passive: true });
  return () => stopping.abort();
}

/**
 * A press that may become a gesture begins no selection: WebKit would look for its end at every move, through all the text
 * of the page (measured: half of each frame). What the press would give the focus to still gets it.
 */
export function keepFromSelecting(press: PointerEvent): void {
  if (press.pointerType === 'touch') return;
  const giveFocus = (event: MouseEvent) => {
    event.preventDefault();
    const there = press.target instanceof Element ? press.target.closest<HTMLElement>(FOCUSABLE) : null;
    if (there) there.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  addEventListener('mousedown', giveFocus, { capture: true, once: true });
  // A press that something else kept has no such event.
  setTimeout(() => removeEventListener('mousedown', giveFocus, { capture: true }), 0);
}

/** The event is for the gesture and for nobody else. */
export function keep(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The click that follows a press the gesture kept is kept too. */
export function keepNextClick(): void {
  addEventListener('click', keep, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', keep, { capture: true }), 400);
}

/** Where the pointer is. */
export function pointOf({ clientX, clientY }: MouseEvent): { x: number; y: number } {
  return { x: clientX, y: clientY };
}

/** What is held beside it: `Alt` snaps finer, `Ctrl` copies. */
export function modifiersOf({ altKey, ctrlKey }: MouseEvent | KeyboardEvent): { fine: boolean; copy: boolean } {
  return { fine: altKey, copy: ctrlKey };
}
