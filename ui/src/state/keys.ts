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

/** Where a text can be typed. */
const TEXT = 'input, textarea, select, [contenteditable="true"], [role="spinbutton"]';

/** Where letters have a meaning of their own. */
const OVER = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Whether a press belongs to where it is made, so that it is no shortcut: a letter there, or the undo of a typing. */
export function isTyping(press: Press, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const mod = press.ctrlKey || press.metaKey;
  if (mod) return /^[zy]$/i.test(press.key) && target.closest(TEXT) !== null;
  return target.closest(`${TEXT}, ${OVER}`) !== null;
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
