// Waiting for something to be so.

/** How long a person would put up with, and more; in milliseconds. */
export const PATIENCE = 10_000;

/** Waits until something is so, and says what it waited for when it never is. */
export async function until(
  what: string,
  so: () => boolean | Promise<boolean>,
  patience = PATIENCE,
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await so())) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
