/** The settings as one changes them: each change is kept at once. */
import type { SettingsSheet } from '../../ipc/bindings.gen';
import { ipc } from '../../ipc/client';
import { Autosave } from '../../shared/autosave.svelte';
import { house } from '../../state/house.svelte';
import { sayProblem } from '../../state/steps';
import { t } from '../../words/words.svelte';

class Settings {
  readonly saving: Autosave<Partial<SettingsSheet>> = new Autosave<Partial<SettingsSheet>>(
    async (change) => {
      await ipc.saveSettings({ ...house.settings, ...change });
      house.take(await ipc.start());
    },
    (problem, retry) => sayProblem(problem, [{ label: t('app-retry'), run: retry }]),
  );

  /** Keeps a change. */
  set(change: Partial<SettingsSheet>): void {
    void this.saving.save(change);
  }
}

export const settings = new Settings();
