/**
 * Shortcuts, matched by the letter a key produces and not by its place: on an AZERTY keyboard `Mod+Z` is where Z is
 * printed. `Mod` is Ctrl, and ⌘ on a Mac. A mark such as `?` or `/` is matched however the layout makes it.
 */

/** What a press tells; a `KeyboardEvent` is one. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const ON_MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** Whether a press is a shortcut such as `Mod+Shift+Z`, `?`, `T`, `ArrowLeft`. */
export function matches(shortcut: string, press: Press, mac = ON_MAC): boolean {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || mod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false;
  const produced = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isMark = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isMark && press.shiftKey !== parts.includes('Shift')) return false;
  if (produced === key) return true;
  // A layout without Latin letters still has its copies and undos, where the Latin one has them.
  return parts.includes('Mod') && produced.length === 1 && produced > '\u024f' && press.code === `Key${key}`;
}

/** Whether a press is being typed somewhere, so that a single letter is text and no shortcut. */
export function isTyping(press: Press, target: EventTarget | null): boolean {
  if (press.ctrlKey || press.metaKey || press.key === 'F1') return false;
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}

/** The parts of a shortcut as they are printed on the keys. */
export function printed(shortcut: string, shift: string, mac = ON_MAC): string[] {
  const names: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : shift,
    Alt: mac ? '⌥' : 'Alt',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return shortcut.split('+').map((part) => names[part] ?? part);
}
