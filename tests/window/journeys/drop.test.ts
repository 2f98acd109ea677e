// A file dropped on the window from another program, with the screen's own pointer.

import { expect, test } from 'vitest';
import { carry, letGo, offering } from '../harness/desktop';
import { fixture, House } from '../harness/house';
import { Window } from '../harness/window';

const CARD = fixture('vcf/gmail-single2.vcf');

test('a card dropped on the window opens its preview', async () => {
  const size = { width: 1000, height: 760 };
  const window = await Window.open({ house: await House.withWeek(), size });
  const from = await offering(CARD);
  await carry(from, { x: 500, y: 400 });
  await window.find('.over');
  letGo();
  await window.find('[role="dialog"] [data-verdict="new"]');
  await window.gone('.over');
  const text = await (await window.find('[role="dialog"]')).getText();
  expect(text, 'whom the card is of').toContain('VCard Test');
});
