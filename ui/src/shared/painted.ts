/** Once what stands now is on the screen: for what the first frame can do without. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
