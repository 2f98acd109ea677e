import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caretAfter, grouped, missing } from './code';

const CODE = '7K2QF-0M4XT-9BHRC-W3YDP-61VNE-8ZGAJ';

test('a code is read however it was written down', () => {
  for (const typed of [CODE, CODE.toLowerCase(), CODE.replaceAll('-', ' '), CODE.replaceAll('-', ''), ` ${CODE}\n`])
    expect(grouped(typed)).toBe(CODE);
  expect(grouped('oil'), 'letters no code has are the digits they look like').toBe('011');
});

test('how many letters are to come is counted, whatever stands between them', () => {
  expect(missing('')).toBe(30);
  expect(missing('7K2QF-0M')).toBe(23);
  expect(missing(CODE)).toBe(0);
  expect(missing(`${CODE}A`)).toBe(-1);
});

test('grouping what is grouped changes nothing, and loses no letter', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (typed) => {
      const once = grouped(typed);
      expect(grouped(once)).toBe(once);
      expect(missing(once)).toBe(missing(typed));
    }),
  );
});

test('the caret stays behind the letter it stood behind', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-HJKMNP-Z -]{0,40}$/), fc.nat(), (typed, place) => {
      const before = typed.slice(0, place % (typed.length + 1));
      const after = grouped(typed).slice(0, caretAfter(before));
      expect(missing(after)).toBe(missing(before));
      expect(after.endsWith('-'), 'never behind a dash it did not type').toBe(false);
    }),
  );
});
