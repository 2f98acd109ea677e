/** What can be done on the day's screen by a key from anywhere on it: with the touchpoint that is on, or the next one. */
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Ear from '@lucide/svelte/icons/ear';
import type { Block } from '../../ipc/bindings.gen';
import type { Action } from '../../state/actions.svelte';
import { CLOSE_KEY, closing, NEED_KEY } from '../../state/closing.svelte';
import { t } from '../../words/words.svelte';
import type { TodayModel } from './today.svelte';

/** The screen's actions. */
export function doing(model: TodayModel): Action[] {
  const next = (): Block | null => model.today?.next?.block ?? null;
  return [
    {
      id: 'need-write',
      name: () => t('need-write'),
      group: 'do',
      icon: Ear,
      keys: [NEED_KEY],
      when: () => Boolean(next()?.client),
      run: () => closing.hear(next() as Block),
    },
    {
      id: 'close-next',
      name: () => t('closing-title', { title: next()?.title ?? '' }),
      short: () => t('closing-close'),
      group: 'do',
      icon: CircleCheck,
      keys: [CLOSE_KEY],
      when: () => next() !== null,
      run: () => closing.ask(next() as Block),
    },
  ];
}
