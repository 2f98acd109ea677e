import { afterEach, describe, expect, it } from 'vitest';
import { house } from '../../state/house.svelte';
import { speak, t } from '../../words/words.svelte';
import { changed, marks, partsOf, RULES } from './airRules';

afterEach(() => speak('fr'));

const rules = house.settings.air;
const rule = (name: string) => RULES.find((it) => it.name === name)!;
const figure = (of: string, name: string) => rule(of).figures.find((it) => it.name === name)!;

describe('the rules of air', () => {
  it('are sentences whose figures all stand in them, in both languages', () => {
    for (const language of ['fr', 'en'] as const) {
      speak(language);
      for (const each of RULES) {
        const parts = partsOf(t(`settings-air-${each.name}`, marks(each)), each);
        const found = parts.filter((part) => typeof part !== 'string').map(({ name }) => name);
        expect(found.sort(), `${each.name} in ${language}`).toEqual(each.figures.map(({ name }) => name).sort());
      }
    }
  });

  it('are changed one figure at a time, within bounds', () => {
    expect(changed(rules, figure('day', 'day'), 60)).toEqual({ ...rules, day: 60 });
    expect(changed(rules, figure('day', 'piece'), 1).piece).toBe(5);
    expect(changed(rules, figure('inPerson', 'after'), 20).inPerson).toEqual({ before: 15, after: 20 });
  });

  it('keep lunch from ending before it begins', () => {
    expect(changed(rules, figure('lunch', 'lunchFrom'), 900)).toMatchObject({ lunchFrom: 900, lunchUntil: 900 });
    expect(changed(rules, figure('lunch', 'lunchUntil'), 600)).toMatchObject({ lunchFrom: 600, lunchUntil: 600 });
  });
});
