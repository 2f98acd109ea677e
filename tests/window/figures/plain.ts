// Plain things laid over the page: what the window does when there is nothing of ours behind it.

import type { WebDriver } from 'selenium-webdriver';
import type { Way } from './frames';

/** Lays a box over another one that scrolls as far, down or sideways, and has stripes across its way. */
export async function layBox(driver: WebDriver, over: string, way: Way = 'down'): Promise<void> {
  await driver.executeScript(
    (selector: string, sideways: boolean) => {
      const there = document.querySelector<HTMLElement>(selector)!;
      const { left, top, width, height } = there.getBoundingClientRect();
      const box = document.createElement('div');
      box.id = 'plain';
      box.style.cssText = `position:fixed;z-index:999;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:auto;background:white`;
      const inside = document.createElement('div');
      inside.style.cssText = sideways
        ? `width:${there.scrollWidth}px;height:100%;background:linear-gradient(to right, white 0 45px, silver 45px 46px) 0 0 / 46px 100%`
        : `height:${there.scrollHeight}px;background:linear-gradient(white 0 45px, silver 45px 46px) 0 0 / 100% 46px`;
      box.append(inside);
      document.body.append(box);
    },
    over,
    way === 'sideways',
  );
}

/** Lays a field over the page that writes what is typed in it beside itself. */
export async function layField(driver: WebDriver): Promise<void> {
  await driver.executeScript(() => {
    const box = document.createElement('div');
    box.id = 'plain';
    box.style.cssText = 'position:fixed;z-index:999;inset:0;background:white';
    const field = document.createElement('input');
    const text = document.createElement('p');
    // Nobody else hears the keys.
    field.addEventListener('keydown', (event) => event.stopPropagation());
    field.addEventListener('input', () => (text.textContent = field.value));
    box.append(field, text);
    document.body.append(box);
    field.focus();
  });
}

/** Lays forty boxes over the page that are put anew at each key, as a week is. */
export async function layBoxes(driver: WebDriver): Promise<void> {
  await driver.executeScript(() => {
    const box = document.createElement('div');
    box.id = 'plain';
    box.tabIndex = -1;
    box.style.cssText = 'position:fixed;z-index:999;inset:0;background:white';
    let times = 0;
    box.addEventListener('keydown', (event) => {
      event.stopPropagation();
      times += 1;
      const boxes = Array.from({ length: 40 }, (_, n) => {
        const one = document.createElement('div');
        one.textContent = `${times} ${n}`;
        one.style.cssText = `position:absolute;width:12%;height:8%;left:${(n % 7) * 14}%;top:${((n * 3 + times) % 11) * 9}%;background:lightblue`;
        return one;
      });
      box.replaceChildren(...boxes);
    });
    document.body.append(box);
    box.focus();
  });
}

/** Lays a box over the page that follows the pointer while it is down, and stays where it is let go. */
export async function layFollower(driver: WebDriver): Promise<void> {
  await driver.executeScript(() => {
    const box = document.createElement('div');
    box.id = 'plain';
    box.style.cssText = 'position:fixed;z-index:999;inset:0;background:white';
    const one = document.createElement('div');
    one.style.cssText = 'position:absolute;width:120px;height:48px;background:lightblue';
    box.append(one);
    const put = ({ clientX, clientY }: PointerEvent) =>
      (one.style.transform = `translate(${clientX}px, ${clientY}px)`);
    // As the page does: a press that may become a gesture begins no selection.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('pointermove', put);
    box.addEventListener('pointerup', (event) => {
      event.stopPropagation();
      one.textContent = `${event.clientX}, ${event.clientY}`;
    });
    document.body.append(box);
  });
}

/** Takes it away again. */
export async function lift(driver: WebDriver): Promise<void> {
  await driver.executeScript(`document.querySelector('#plain')?.remove()`);
}
