// What one sees in the window: its elements by what they are called, its blocks by their titles, and when it is at rest.

import { By, type WebDriver, type WebElement, error } from 'selenium-webdriver';
import { type Finding, audit } from './axe';
import { type Point, slotPoint } from './grid';
import { until } from './until';

export class Sight {
  readonly driver: WebDriver;

  constructor(driver: WebDriver) {
    this.driver = driver;
  }

  /** The first visible element of a selector, once there is one. */
  find(selector: string): Promise<WebElement> {
    return this.#awaited(selector, () => true);
  }

  /** Waits until nothing of a selector is visible any more. */
  async gone(selector: string): Promise<void> {
    await until(`${selector} is gone`, async () => (await this.#visible(selector)).length === 0);
  }

  /** The visible element of a role with that accessible name. */
  role(role: string, name: string | RegExp): Promise<WebElement> {
    const tags: Record<string, string> = {
      button: 'button, [role="button"]',
      link: 'a[href], [role="link"]',
      textbox: 'input, textarea, [role="textbox"]',
      combobox: '[role="combobox"]',
      option: '[role="option"]',
      tab: '[role="tab"]',
      radio: 'input[type="radio"], [role="radio"]',
      heading: 'h1, h2, h3, [role="heading"]',
    };
    return this.#awaited(tags[role] ?? `[role="${role}"]`, async (element) =>
      matches(await element.getAccessibleName(), name),
    );
  }

  /** The block of the touchpoint whose name has this title, in the grid, the month or the tray. */
  block(title: string | RegExp): Promise<WebElement> {
    const like = typeof title === 'string' ? new RegExp(escaped(title), 'i') : title;
    return this.#awaited('[data-touchpoint]', async (element) =>
      matches(await element.getAccessibleName(), like),
    );
  }

  /** Whether any block shows this title now. */
  async shows(title: string): Promise<boolean> {
    const text = await this.driver.executeScript<string>(
      `return [...document.querySelectorAll('[data-touchpoint]')].map((e) => e.innerText).join('\\n')`,
    );
    return text.toLowerCase().includes(title.toLowerCase());
  }

  /** When a block says it starts, as RFC 3339. */
  start(title: string): Promise<string> {
    return this.says(title, 'data-start');
  }

  /** When a block says it ends, as RFC 3339. */
  end(title: string): Promise<string> {
    return this.says(title, 'data-end');
  }

  /** What an attribute of a block holds; asked again when the page drew the block anew between the two questions. */
  async says(title: string, attribute: string): Promise<string> {
    let said: string | null = null;
    await this.fresh(`${title} says its ${attribute}`, async () => {
      said = await (await this.block(title)).getAttribute(attribute);
    });
    return said ?? '';
  }

  /** Waits until a block says it starts then. */
  async becomes(title: string, start: string): Promise<void> {
    await until(`${title} starts at ${start}`, async () => (await this.start(title)) === start);
  }

  /** Waits until a block says it ends then. */
  async ends(title: string, end: string): Promise<void> {
    await until(`${title} ends at ${end}`, async () => (await this.end(title)) === end);
  }

  /** Sees a block back in its place, nothing in hand, and still so a moment later. */
  async rests(title: string, start: string): Promise<void> {
    await this.becomes(title, start);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await this.becomes(title, start);
    const verdicts = await this.driver.findElements(By.css('[data-verdict]'));
    if (verdicts.length > 0) throw new Error('something is still in hand');
  }

  /** The middle of an element. */
  async middle(selector: string): Promise<Point> {
    const box = await (await this.find(selector)).getRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** What the toast says, once it says something that fits. */
  async toast(like: RegExp = /\S/): Promise<string> {
    let text = '';
    await until(`a toast like ${like}`, async () => {
      text = await this.driver.executeScript<string>(
        `return [...document.querySelectorAll('[role="status"]')].map((e) => e.innerText.trim()).filter(Boolean).join('\\n')`,
      );
      return like.test(text);
    });
    return text;
  }

  /** Where a day and a time are on the grid. */
  slot(date: string, time: string): Promise<Point> {
    return slotPoint(this.driver, { date, time });
  }

  /** What axe-core finds serious or critical in what is shown. */
  axe(): Promise<Finding[]> {
    return audit(this.driver);
  }

  /** Waits until nothing on the page moves any more: no animation runs, and two frames went by. */
  async calm(): Promise<void> {
    await until('the page is at rest', () =>
      this.driver.executeAsyncScript<boolean>(
        `const done = arguments[0];
         requestAnimationFrame(() => requestAnimationFrame(() => done(
           document.getAnimations().every((each) => each.playState !== 'running'
             || each.effect?.getComputedTiming().iterations === Infinity)
           && document.fonts.status === 'loaded')));`,
      ),
    );
  }

  /** Does something to what it finds, once more when the page drew that anew between the two. */
  protected async fresh(what: string, act: () => Promise<void>): Promise<void> {
    await until(what, async () => {
      try {
        await act();
        return true;
      } catch (fault) {
        if (fault instanceof error.StaleElementReferenceError) return false;
        throw fault;
      }
    });
  }

  #visible(selector: string): Promise<WebElement[]> {
    return this.driver.executeScript<WebElement[]>(
      `return [...document.querySelectorAll(arguments[0])]
         .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0)`,
      selector,
    );
  }

  /** The first element of a selector that is visible and fits, once there is one. */
  async #awaited(
    selector: string,
    fits: (element: WebElement) => boolean | Promise<boolean>,
  ): Promise<WebElement> {
    let found: WebElement | undefined;
    await until(`${selector} is shown`, async () => {
      const visible = await this.#visible(selector);
      for (const element of visible) {
        try {
          if (await fits(element)) {
            found = element;
            return true;
          }
        } catch {
          // The page drew itself anew between the two questions: look again.
        }
      }
      return false;
    });
    return found!;
  }
}

function matches(text: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? text.trim() === name : name.test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
