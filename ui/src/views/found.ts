/** What opens when one chooses something that was found. */
import type { FileOwner, SearchHit } from '../ipc/bindings.gen';
import { ipc } from '../ipc/client';
import { desk } from '../state/desk.svelte';
import { attempt } from '../state/steps';
import { opened } from './opened.svelte';

/** How long a page may take to show what it was opened for, in frames. */
const FRAMES = 120;

/** Opens what was found: a page, the page it stands on, its sheet, or the file itself. */
export async function openHit(hit: SearchHit): Promise<void> {
  switch (hit.kind) {
    case 'client':
      return desk.showClient(hit.id);
    case 'contact':
      if (!hit.client) return openLoose(hit.id);
      desk.showClient(hit.client.id, hit.id);
      return bringUp(`[data-contact="${hit.id}"]`, FRAMES);
    case 'touchpoint': {
      const sheet = await attempt(() => ipc.touchpoint(hit.id, null));
      if (sheet) desk.openSheet(sheet.block, null);
      return;
    }
    case 'file':
      if (hit.blob) await openFile(ownerOf(hit.id), hit.blob);
  }
}

async function openLoose(id: string): Promise<void> {
  opened.loose = (await attempt(() => ipc.contact(id))) ?? null;
}

async function openFile(owner: FileOwner, blob: string): Promise<void> {
  await attempt(() => ipc.openAttachment(owner, blob));
}

/** An id says what it is of. */
function ownerOf(id: string): FileOwner {
  return { type: id.startsWith('ct_') ? 'contact' : 'client', id };
}

/** Scrolls to something of the page that opens, once it is there, and gives it the focus. */
function bringUp(selector: string, frames: number): void {
  const there = document.querySelector<HTMLElement>(selector);
  if (there) {
    there.scrollIntoView({ block: 'center' });
    (there.matches('[tabindex], button, a[href]')
      ? there
      : there.querySelector<HTMLElement>('button, a[href]')
    )?.focus();
  } else if (frames > 0) requestAnimationFrame(() => bringUp(selector, frames - 1));
}
