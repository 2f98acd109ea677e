/** What a block's menu offers, by what the block is for. */
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleX from '@lucide/svelte/icons/circle-x';
import Ear from '@lucide/svelte/icons/ear';
import Flag from '@lucide/svelte/icons/flag';
import Inbox from '@lucide/svelte/icons/inbox';
import PanelRight from '@lucide/svelte/icons/panel-right-open';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Trash from '@lucide/svelte/icons/trash-2';
import Users from '@lucide/svelte/icons/users-round';
import Video from '@lucide/svelte/icons/video';
import Wind from '@lucide/svelte/icons/wind';
import type { Block } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { isAir, isOwn } from '../../intents/purposes';
import type { MenuItem } from '../../shared/MenuContent.svelte';
import { markDone, useAir } from '../../state/air';
import { CLOSE_KEY, closing, NEED_KEY } from '../../state/closing.svelte';
import { CONCLUDE_KEY, concluding, isConcludable } from '../../state/concluding.svelte';
import { desk } from '../../state/desk.svelte';
import { attempt } from '../../state/steps';
import { t } from '../../words/words.svelte';
import { open, reopen, toTray, trash } from './acting';
import { hand } from './moving.svelte';

type Lines = (MenuItem | false)[];

/** The lines of a block's menu. */
export function menuOf(block: Block): MenuItem[] {
  const lines = isAir(block) ? airLines(block) : isOwn(block) ? workLines(block) : meetingLines(block);
  return lines.filter((line) => line !== false);
}

function airLines(block: Block): Lines {
  const freed = block.purpose === 'freed';
  return [
    freed && { label: t('air-keep'), icon: Wind, run: () => void useAir(block, 'nothing') },
    { label: t('air-to-work'), icon: NotebookPen, run: () => void useAir(block, 'work') },
    { ...openLine(block), apart: true },
    move(block),
    { ...away(block), label: t('air-set-free'), danger: false },
  ];
}

function workLines(block: Block): Lines {
  const planned = block.state === 'planned';
  return [
    planned
      ? { label: t('work-done'), icon: CircleCheck, keys: CLOSE_KEY, run: () => void markDone(block, true) }
      : { label: t('work-again'), icon: RotateCcw, run: () => void markDone(block, false) },
    { ...openLine(block), apart: true },
    move(block),
    block.slot !== null && { label: t('block-tray'), icon: Inbox, run: () => void toTray(block) },
    away(block),
  ];
}

function meetingLines(block: Block): Lines {
  const planned = block.state === 'planned';
  const { client, link } = block;
  return [
    openLine(block),
    link !== null && {
      label: t('block-join'),
      icon: Video,
      run: () => void attempt(() => ipc.join(block.id, block.occurrence)),
    },
    client !== null && {
      label: t('block-client', { name: client.name }),
      icon: Users,
      run: () => desk.showClient(client.id),
    },
    { ...move(block), apart: true },
    block.slot !== null && { label: t('block-tray'), icon: Inbox, run: () => void toTray(block) },
    isConcludable(block) && {
      label: t('conclude-go'),
      icon: Flag,
      keys: CONCLUDE_KEY,
      apart: true,
      run: () => concluding.ask(block),
    },
    planned && {
      label: t('block-held'),
      icon: CircleCheck,
      keys: CLOSE_KEY,
      apart: true,
      run: () => closing.ask(block, 'held'),
    },
    planned && { label: t('block-missed'), icon: CircleX, run: () => closing.ask(block, 'missed') },
    planned && client !== null && { label: t('need-write'), icon: Ear, keys: NEED_KEY, run: () => closing.hear(block) },
    !planned && { label: t('block-planned'), icon: RotateCcw, apart: true, run: () => void reopen(block) },
    away(block),
  ];
}

function openLine(block: Block): MenuItem {
  return { label: t('block-open'), icon: PanelRight, keys: 'E', run: () => open(block) };
}

function move(block: Block): MenuItem {
  return { label: t('touchpoint-move'), icon: CalendarClock, run: () => hand.takeByClicks(block) };
}

function away(block: Block): MenuItem {
  return {
    label: t('touchpoint-trash'),
    icon: Trash,
    keys: t('key-delete'),
    danger: true,
    apart: true,
    run: () => void trash(block),
  };
}
