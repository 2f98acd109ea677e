// axe-core finds nothing serious on any view, in either theme and either language.

import { expect, test } from 'vitest';
import { walk } from '../shots/list';
import type { View } from '../shots/view';

test.each([
  ['fr', 'light'],
  ['en', 'dark'],
] as const)('no view has a serious fault (%s, %s)', { timeout: 600_000 }, async (lang, theme) => {
  const seen: View[] = [];
  for await (const [view, window] of walk(lang, theme)) {
    expect.soft(await window.axe(), `${view.name}, ${theme}`).toEqual([]);
    seen.push(view);
  }
  expect(seen.length, 'every view was looked at').toBeGreaterThan(15);
});
