import { expect, test } from 'vitest';
import { strengthOf } from './strength';

test('length alone says it: no marks, no capitals are asked for', () => {
  expect(strengthOf('')).toBe('none');
  expect(strengthOf('sentier')).toBe('short');
  expect(strengthOf('sentiers')).toBe('weak');
  expect(strengthOf('trois chênes')).toBe('fair');
  expect(strengthOf('trois chênes au bord du lac')).toBe('strong');
});

test('one letter over and over is not strong', () => {
  expect(strengthOf('aaaaaaaaaaaaaaaaaaaaaaaa')).toBe('weak');
  expect(strengthOf('abababababababababababab')).toBe('weak');
});

test('an accent typed apart from its letter counts once', () => {
  expect(strengthOf('éééé'.normalize('NFD'))).toBe('short');
  expect(strengthOf('trois chê'.normalize('NFD'))).toBe(strengthOf('trois chê'.normalize('NFC')));
});
