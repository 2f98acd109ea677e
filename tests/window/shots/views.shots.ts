// `cargo xtask shots`: one picture of each view, in each theme and language.

import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';
import { VIEWS, show } from './list';

const folder = process.env.SENTIER_SHOTS ?? resolve(import.meta.dirname, '../../../docs/shots');

describe.each(['fr', 'en'] as const)('%s', (lang) => {
  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    test.each(VIEWS)('$name', async (view) => {
      const window = await show(view, lang, theme);
      await window.screenshot(join(folder, `${view.name}-${lang}-${theme}.png`));
    });
  });
});
