// What keeps a book safe, and what one does on a bad day: trash, history, rights, backups, lock.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../harness/core';
import { type House, WEEK } from '../harness/house';
import { Window } from '../harness/window';
import { type Lang, say } from '../harness/words';
import { over, PASSPHRASE, place, scrolledTo, sealed, security, type View } from './view';

/** Somebody with a name of their own, so that nothing else of the example week is meant. */
const NAME = 'Hélène Dubois';

/** Another one: who is named twice is not erased from texts, for nobody knows whose they are. */
const OTHER = 'Nadia Ferrand';

/** People nobody hears of any more, as a table brings them in. */
const PEOPLE = `Prénom,Nom,Société,Fonction,E-mail
Awa,Sall,Fonderie Perrin,Directrice des achats,awa@perrin.example
Bruno,Roy,Fonderie Perrin,Chef d’atelier,bruno@perrin.example
Chloé,Marchand,Papeterie des Halles,,chloe@halles.example
Élias,Baudouin-Lefebvre de Montreuil,Ateliers mécaniques de la vallée de la Maurienne,Responsable des systèmes d’information,elias@maurienne.example
`;

/** A client of the example week with somebody who said how they may be reached; its page is shown. */
async function somebody(
  window: Window,
  lang: Lang,
  name = NAME,
): Promise<{ client: string; contact: string }> {
  const made = await ask<{ client: { id: string } }>(window.driver, 'create_client', {
    name: 'Fonderie Perrin',
  });
  const client = made.client.id;
  const on = '2026-03-01';
  const edit = {
    name,
    role: lang === 'fr' ? 'Responsable des achats' : 'Purchasing manager',
    client: { type: 'existing', id: client },
    emails: [{ kind: 'work', address: 'helene@perrin.example' }],
    phones: [{ kind: 'mobile', written: '06 12 34 56 78' }],
    consents: [
      { channel: 'email', agreed: 'given', on, basis: 'consent', source: 'formulaire du site' },
      { channel: 'phone', agreed: 'withdrawn', on, basis: 'legitimateInterest', source: 'appel' },
    ],
  };
  const { id: contact } = await ask<{ id: string }>(window.driver, 'create_contact', { edit });
  await window.click(say(lang, 'app-clients'));
  await (await window.find(`[data-client="${client}"] [role="rowheader"]`)).click();
  await window.find('[data-view="client"] [data-contact]');
  return { client, contact };
}

/** Somebody's page with something open over it, which Escape closes. */
function about(name: string, who: string, item: string, inside: string, first?: Prepare): View {
  let client = '';
  return {
    name,
    go: async (window, lang) => {
      const made = await somebody(window, lang, who);
      ({ client } = made);
      await first?.(window, made);
      await window.click(new RegExp(`actions.*${who}`, 'i'));
      await window.click(say(lang, item), 'menuitem');
      await window.find(inside);
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('[role="dialog"]');
      await ask(window.driver, 'trash_client', { id: client });
    },
  };
}

type Prepare = (window: Window, made: { client: string; contact: string }) => Promise<void>;

/** A meeting to come with them, which names them. */
const planned: Prepare = async (window, { client }) => {
  const draft = {
    kind: 'video',
    title: `Point ${OTHER}`,
    client: { type: 'existing', id: client },
    reason: { bring: 'Le relevé des pannes de l’été, four par four', astonish: '', clarify: '' },
    to: { type: 'timed', start: '2026-11-27T11:00', minutes: 60 },
    minutes: 60,
    ...{ place: '', link: '', notes: `${OTHER} demande les plans du four 3` },
    participants: [
      { name: OTHER, email: 'perrin@perrin.example', attendance: 'waiting', organizer: false },
    ],
    force: true,
  };
  await ask(window.driver, 'plan_touchpoint', { draft });
};

/** A week whose book has kept a copy of itself, with a folder for the others. */
async function kept(house: House): Promise<void> {
  await house.done(['import', WEEK]);
  const folder = join(house.dir, 'clé USB');
  mkdirSync(folder);
  const plan = { folder, every: 'week', keep: 3 };
  writeFileSync(join(house.data, 'backup.json'), JSON.stringify({ plan }));
  await (await Window.open({ house })).close();
}

/** A book with a copy, in the settings, from where its backups are. */
function backup(name: string, go: View['go'], before: View['before'] = kept): View {
  return {
    name,
    opening: {},
    before,
    go: async (window, lang) => {
      await window.find('[data-view="week"]');
      await window.click(say(lang, 'app-settings'));
      await scrolledTo(window, '[data-backup]');
      await go(window, lang);
    },
  };
}

/** The first of the copies in the list of those to restore. */
async function sources(window: Window, lang: Lang): Promise<void> {
  await window.click(say(lang, 'backup-restore'));
  await window.find('[data-snapshot]');
}

/** The same, with one of the copies cut short. */
async function cut(house: House): Promise<void> {
  await kept(house);
  const folder = join(house.data, 'snapshots');
  const [data = ''] = readdirSync(folder).filter((file) => file.endsWith('.zst'));
  const bytes = readFileSync(join(folder, data));
  writeFileSync(join(folder, data), bytes.subarray(0, bytes.length / 2));
}

async function checked(window: Window, lang: Lang): Promise<void> {
  await window.click(say(lang, 'backup-check'));
  await window.find('[data-checked]');
  await scrolledTo(window, '[data-verify]');
}

/** A press of the lock's settings that asks for the passphrase. */
function proving(name: string, press: string, more?: (window: Window) => Promise<void>): View {
  return sealed(name, async (window, lang) => {
    await security(window, lang);
    await window.click(say(lang, press));
    await window.find('[data-proving] input:focus');
    await more?.(window);
  });
}

export const SAFE: View[] = [
  {
    name: 'trash-empty',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-trash'));
      await window.find('[data-view="trash"] .empty');
    },
  },
  {
    name: 'history-depends',
    go: async (window, lang) => {
      await somebody(window, lang);
      await window.click(say(lang, 'app-history'));
      await window.find('[data-view="history"] [data-line]');
      await (await window.find('[data-line]:nth-of-type(2) button')).click();
      await window.find('.depends');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('.depends');
    },
  },
  place('history', 'app-history', 'history', '[data-line]'),
  about('objection', NAME, 'objection-say', '[data-objecting]'),
  about('erase', OTHER, 'person-erase', '[data-erasing] ul', planned),
  {
    name: 'contact-rights',
    go: async (window, lang) => {
      const { contact } = await somebody(window, lang);
      await ask(window.driver, 'object', {
        who: { type: 'contact', id: contact },
        objection: { on: '2026-11-20', source: 'par téléphone' },
      });
      const said = await window.find('[data-objection]');
      await window.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', said);
    },
  },
  {
    name: 'contact-consents',
    go: async (window, lang) => {
      await somebody(window, lang);
      const edit = say(lang, 'contact-edit-short');
      await window.click(new RegExp(`^${edit} .*${NAME}`));
      await window.click(say(lang, 'contact-more'));
      const add = await window.role('button', say(lang, 'consents-add'));
      await window.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', add);
    },
  },
  {
    name: 'trash',
    go: async (window, lang) => {
      const { client } = await somebody(window, lang);
      await ask(window.driver, 'trash_client', { id: client });
      await window.press('w');
      const block = await window.find('[data-grid="time"] [data-touchpoint]');
      await window.driver.executeScript('arguments[0].focus()', block);
      await window.press('Delete');
      await window.toast();
      await window.click(say(lang, 'app-trash'));
      await window.find('[data-trashed]');
    },
  },
  {
    name: 'trash-ask',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-trash'));
      await (await window.find('[data-trashed]:last-of-type .quiet')).click();
      await window.find('[role="dialog"]');
    },
    leave: async (window) => {
      await window.press('Escape');
      await window.gone('[role="dialog"]');
    },
  },
  {
    name: 'review',
    opening: { now: '2030-01-08T09:00:00+01:00' },
    before: async (house) => {
      const table = join(house.dir, 'people.csv');
      writeFileSync(table, PEOPLE);
      await house.done(['import', table]);
    },
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await window.click(new RegExp(`^${say(lang, 'review')}`));
      await window.find('[data-view="review"] [data-silent]');
    },
  },
  {
    name: 'review-none',
    go: async (window, lang) => {
      await window.click(say(lang, 'app-clients'));
      await window.click(new RegExp(`^${say(lang, 'review')}`));
      await window.find('[data-view="review"] .empty');
    },
  },
  backup('settings-backup', async (window, lang) => {
    await window.click(say(lang, 'backup-now'));
    await window.toast();
  }),
  backup('settings-verify', async (window, lang) => {
    await window.click(say(lang, 'backup-drill'));
    await window.gone('[data-verify] .working');
    await checked(window, lang);
  }),
  backup('settings-faults', checked, cut),
  backup('restore', sources),
  backup('restore-look', async (window, lang) => {
    await ask(window.driver, 'create_client', { name: 'Fonderie Perrin' });
    await window.press('g', 'w');
    await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
    await window.click(say(lang, 'app-settings'));
    await sources(window, lang);
    await (await window.find('[data-snapshot]')).click();
    await window.find('[data-restore-look]');
  }),
  {
    name: 'closed',
    opening: { bare: true },
    before: (house) => {
      mkdirSync(house.data, { recursive: true });
      writeFileSync(join(house.data, 'photo.jpg'), 'a photo');
    },
    go: async (window) => void (await window.find('[data-view="closed"]')),
  },
  {
    name: 'read-only',
    opening: {},
    before: async (house) => {
      await house.done(['import', WEEK]);
      house.ofLaterVersion();
    },
    go: async (window) => {
      await window.find('[data-notice="newer"]');
      await window.press('g', 'w');
      await window.drag('Fromagerie du Lac', { date: '2026-11-26', time: '13:00' });
      await window.toast();
    },
  },
  over('seal', async (window, lang) => {
    await security(window, lang);
    await window.click(say(lang, 'security-seal'));
  }),
  sealed('settings-security', security),
  proving('recovery-code', 'security-code', async (window) => {
    await window.type(PASSPHRASE);
    await window.press('Enter');
    await window.find('[data-code]');
  }),
  proving('unseal', 'security-unseal', async (window) => {
    await window.type('quatre chênes');
    await window.press('Enter');
    await window.find('[data-proving] [role="alert"]');
  }),
  proving('passphrase-change', 'security-change'),
  sealed('locked', async (window) => {
    await ask(window.driver, 'lock_now');
    await window.find('[data-view="locked"] input:focus');
  }),
  sealed('locked-wrong', async (window) => {
    await ask(window.driver, 'lock_now');
    await window.find('[data-view="locked"] input:focus');
    for (let time = 0; time < 4; time += 1) {
      await window.type('quatre chênes');
      await window.press('Enter');
      await window.find('[data-said]');
    }
  }),
  sealed('locked-code', async (window, lang) => {
    await ask(window.driver, 'lock_now');
    await window.click(say(lang, 'locked-forgotten'));
    await window.find('[data-view="locked"] input:focus');
  }),
];
