/** What lies over the window. */
import type { ContactCard } from '../ipc/bindings.gen';

class Opened {
  palette = $state(false);
  search = $state(false);
  /** What was typed while the search was still on its way. */
  typed = $state('');
  shortcuts = $state(false);
  newClient = $state(false);
  /** A contact of no client, shown by itself. */
  loose = $state.raw<ContactCard | null>(null);
  /** Files hover over it. */
  dropping = $state(false);
}

export const opened = new Opened();
