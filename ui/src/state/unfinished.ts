/**
 * What is being written and is on no disk yet. While the book is locked the core keeps it, sealed as the book is, and
 * gives it back to the page that is there then.
 */

const keepers = new Map<string, () => unknown>();
let given: Record<string, unknown> = {};

/** Says how what is being written under a name is kept: as plain data, or nothing when there is nothing to lose. */
export function keepUnfinished(name: string, take: () => unknown): () => void {
  keepers.set(name, take);
  return () => void (keepers.get(name) === take && keepers.delete(name));
}

/** All of it as one text; nothing when nothing would be lost. */
export function allUnfinished(): string | null {
  const all = [...keepers].map(([name, take]) => [name, take()] as const).filter(([, kept]) => kept !== null);
  return all.length > 0 ? JSON.stringify(Object.fromEntries(all)) : null;
}

/** Takes what the core gave back. */
export function giveUnfinished(text: string | null): void {
  given = text ? (JSON.parse(text) as Record<string, unknown>) : {};
}

/** What was given back under a name, looked at. */
export function isUnfinished(name: string): boolean {
  return name in given;
}

/** What was given back under a name, taken: once. */
export function takeUnfinished<Kept>(name: string): Kept | null {
  const kept = given[name] as Kept | undefined;
  delete given[name];
  return kept ?? null;
}
