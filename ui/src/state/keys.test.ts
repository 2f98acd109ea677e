import { describe, expect, it } from 'vitest';
import { isTyping, matches, printed, type Press } from './keys';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('a shortcut', () => {
  it('is the letter a key produces, not its place: Z is where Z is printed', () => {
    const azerty = press('z', { ctrlKey: true, code: 'KeyW' });
    const qwerty = press('z', { ctrlKey: true, code: 'KeyZ' });
    const wOfAzerty = press('w', { ctrlKey: true, code: 'KeyZ' });
    expect(matches('Mod+Z', azerty, false)).toBe(true);
    expect(matches('Mod+Z', qwerty, false)).toBe(true);
    expect(matches('Mod+Z', wOfAzerty, false), 'the key at that place on another keyboard').toBe(false);
  });

  it('is a mark however the keyboard makes it', () => {
    expect(matches('?', press('?', { shiftKey: true }), false), 'AZERTY and QWERTY take Shift').toBe(true);
    expect(matches('/', press('/', { shiftKey: true }), false), 'AZERTY takes Shift').toBe(true);
    expect(matches('/', press('/'), false), 'QWERTY does not').toBe(true);
    expect(matches('/', press('/', { ctrlKey: true }), false)).toBe(false);
  });

  it('needs its modifiers, and no other', () => {
    expect(matches('Mod+Z', press('z'), false)).toBe(false);
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false), 'that is redo').toBe(false);
    expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matches('T', press('t', { altKey: true }), false)).toBe(false);
    expect(matches('T', press('t', { metaKey: true }), false)).toBe(false);
  });

  it('does not mind the capitals lock', () => {
    expect(matches('Mod+K', press('K', { ctrlKey: true }), false)).toBe(true);
    expect(matches('T', press('T'), false)).toBe(true);
  });

  it('has ⌘ for Ctrl on a Mac', () => {
    expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  it('is where the Latin letter is on a keyboard that has none', () => {
    expect(matches('Mod+Z', press('я', { ctrlKey: true, code: 'KeyZ' }), false)).toBe(true);
    expect(matches('T', press('е', { code: 'KeyT' }), false), 'a letter alone is text').toBe(false);
  });

  it('is printed as the keys are', () => {
    expect(printed('Mod+Shift+Z', 'Maj', false)).toEqual(['Ctrl', 'Maj', 'Z']);
    expect(printed('Mod+Shift+Z', 'Maj', true)).toEqual(['⌘', '⇧', 'Z']);
  });
});

describe('a press', () => {
  const inside = (html: string) => {
    document.body.innerHTML = html;
    return document.body.querySelector('.here');
  };

  it('is text where one types, and in what lies over the window', () => {
    expect(isTyping(press('t'), inside('<input class="here">'))).toBe(true);
    expect(isTyping(press('t'), inside('<textarea class="here"></textarea>'))).toBe(true);
    expect(isTyping(press('t'), inside('<div role="dialog"><button class="here"></button></div>'))).toBe(true);
    expect(isTyping(press('t'), inside('<button class="here"></button>'))).toBe(false);
  });

  it('with Ctrl is a shortcut there too, but for what the text itself undoes', () => {
    expect(isTyping(press('k', { ctrlKey: true }), inside('<input class="here">'))).toBe(false);
    expect(isTyping(press('z', { ctrlKey: true }), inside('<input class="here">')), 'the typing is undone').toBe(true);
    expect(isTyping(press('z', { ctrlKey: true }), inside('<button class="here"></button>'))).toBe(false);
  });
});
