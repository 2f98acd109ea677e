// Accessibility, as axe-core judges it inside the real page.

import axe from 'axe-core';
import type { WebDriver } from 'selenium-webdriver';

/** A rule that is broken, and where. */
export interface Finding {
  rule: string;
  impact: string;
  help: string;
  where: string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything serious or critical on the page as it stands. */
export async function audit(driver: WebDriver): Promise<Finding[]> {
  await driver.executeScript(`if (!window.axe) { ${axe.source} }`);
  const found = await driver.executeAsyncScript<axe.Result[] | string>(
    `const done = arguments[arguments.length - 1];
     window.axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
       .then((results) => done(JSON.parse(JSON.stringify(results.violations))), (e) => done(String(e)));`,
    TAGS,
  );
  if (typeof found === 'string') throw new Error(`axe-core could not run: ${found}`);
  return found
    .filter((result) => result.impact === 'serious' || result.impact === 'critical')
    .map((result) => ({
      rule: result.id,
      impact: result.impact ?? '',
      help: result.help,
      where: result.nodes.map((node) => `${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
    }));
}
