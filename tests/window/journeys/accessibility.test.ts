// axe-core finds nothing serious on any view, in either theme; French, then English once.

import { describe, expect, test } from 'vitest';
import { VIEWS, show } from '../shots/list';

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(VIEWS)('$name has no serious fault', async (view) => {
    const window = await show(view, 'fr', theme);
    expect(await window.axe(), `${view.name}, ${theme}`).toEqual([]);
  });
});

test('nor has the week in English', async () => {
  const week = VIEWS.find((view) => view.name === 'week')!;
  const window = await show(week, 'en', 'light');
  expect(await window.axe()).toEqual([]);
});
