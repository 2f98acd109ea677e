/** What can be done on a client's page, for the palette: the same gestures as its buttons. */
import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Mail from '@lucide/svelte/icons/mail';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Phone from '@lucide/svelte/icons/phone';
import Trash from '@lucide/svelte/icons/trash-2';
import UserPlus from '@lucide/svelte/icons/user-round-plus';
import Video from '@lucide/svelte/icons/video';
import type { FileOwner } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import type { Action } from '../../state/actions.svelte';
import { desk } from '../../state/desk.svelte';
import { attempt } from '../../state/steps';
import { t } from '../../words/words.svelte';
import type { PageModel } from './page.svelte';
import { calls, joins, writes, type Way } from './reaching';

/** Opens a way to reach somebody with the system. */
export function reach({ address }: Way): void {
  void attempt(() => ipc.openLink(address));
}

/** A way as it is read: whose, and what. */
export function named({ who, shown }: Way): string {
  return who ? `${who} · ${shown}` : shown;
}

/** Puts the client aside, or takes it back. */
export async function archive(model: PageModel, archived: boolean): Promise<void> {
  await model.act(() => ipc.archiveClient(model.id, archived));
}

/** Throws the client away, and goes back to the list. */
export async function trash(model: PageModel): Promise<void> {
  if (await model.act(() => ipc.trashClient(model.id))) desk.show('clients');
}

/** Asks for files and keeps them with their owner. */
export async function addFiles(model: PageModel, owner: FileOwner): Promise<void> {
  const paths = await attempt(ipc.chooseAttachments);
  if (paths && paths.length > 0) await model.act(() => ipc.attach(owner, paths));
}

/** The page's actions; each is offered when there is something to do it with. */
export function doing(model: PageModel): Action[] {
  const page = () => model.page;
  const first = (ways: typeof calls): Way | undefined => (model.page ? ways(model.page)[0] : undefined);
  const meeting = () => model.page && joins(model.page);
  return [
    {
      id: 'client-call',
      name: () => t('client-call-whom', { whom: named(first(calls) ?? { who: '', shown: '', address: '' }) }),
      group: 'do',
      icon: Phone,
      when: () => first(calls) !== undefined,
      run: () => reach(first(calls) as Way),
    },
    {
      id: 'client-write',
      name: () => t('client-write-whom', { whom: named(first(writes) ?? { who: '', shown: '', address: '' }) }),
      group: 'do',
      icon: Mail,
      when: () => first(writes) !== undefined,
      run: () => reach(first(writes) as Way),
    },
    {
      id: 'client-join',
      name: () => t('client-join'),
      group: 'do',
      icon: Video,
      when: () => meeting() !== null,
      run: () => {
        const next = meeting();
        if (next) void attempt(() => ipc.join(next.id, next.occurrence));
      },
    },
    {
      id: 'client-contact',
      name: () => t('client-add-contact'),
      group: 'do',
      icon: UserPlus,
      run: () => (model.adding = true),
    },
    {
      id: 'client-file',
      name: () => t('client-add-file'),
      group: 'do',
      icon: Paperclip,
      run: () => void addFiles(model, { type: 'client', id: model.id }),
    },
    {
      id: 'client-archive',
      name: () => t(page()?.archived ? 'client-unarchive' : 'client-archive-this'),
      group: 'do',
      icon: page()?.archived ? ArchiveRestore : Archive,
      when: () => page()?.trashed === false,
      run: () => void archive(model, !page()?.archived),
    },
    {
      id: 'client-trash',
      name: () => t('client-trash-this'),
      group: 'do',
      icon: Trash,
      when: () => page()?.trashed === false,
      run: () => void trash(model),
    },
  ];
}
