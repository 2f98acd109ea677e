// `cargo xtask shots`: one picture of each view, in each theme and language.

import { join, resolve } from 'node:path';
import { test } from 'vitest';
import { walk } from './list';

const folder = process.env.SENTIER_SHOTS ?? resolve(import.meta.dirname, '../../../docs/shots');
const only = process.env.SENTIER_SHOTS_ONLY ?? '';

test.each([
  ['fr', 'light'],
  ['fr', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('%s, %s', { timeout: 600_000 }, async (lang, theme) => {
  const file = (name: string) => `${name}-${lang}-${theme}.png`;
  for await (const [view, window] of walk(lang, theme, (name) => file(name).includes(only))) {
    await window.screenshot(join(folder, file(view.name)));
  }
});
