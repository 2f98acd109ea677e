import { describe, expect, it } from 'vitest';
import { DraftModel } from './draftModel.svelte';

const TODAY = '2026-11-24';
const AT_ONE = { type: 'timed', start: '2026-11-26T13:00', minutes: 45 } as const;

describe('a draft', () => {
  it('goes where it was drawn', () => {
    expect(new DraftModel(AT_ONE, TODAY).to).toEqual(AT_ONE);
    expect(new DraftModel({ type: 'tray' }, TODAY).to).toEqual({ type: 'tray' });
    const days = { type: 'allDay', first: '2026-12-01', days: 3 } as const;
    expect(new DraftModel(days, TODAY).to).toEqual(days);
  });

  it('goes where it is aimed afterwards, and keeps what was chosen for when one comes back', () => {
    const draft = new DraftModel(AT_ONE, TODAY);
    draft.mode = 'allDay';
    expect(draft.to).toEqual({ type: 'allDay', first: '2026-11-26', days: 1 });
    draft.mode = 'timed';
    expect(draft.to, 'the hour is still the one that was drawn').toEqual(AT_ONE);
    draft.aim({ type: 'timed', start: '2026-11-27T08:15', minutes: 30 });
    expect(draft.to).toEqual({ type: 'timed', start: '2026-11-27T08:15', minutes: 30 });
  });

  it('taken out of the tray starts from today', () => {
    const draft = new DraftModel({ type: 'tray' }, TODAY);
    draft.mode = 'timed';
    expect(draft.to).toMatchObject({ start: '2026-11-24T09:00' });
  });

  it('grown from a step has its kind and its reason, and is untouched until one writes', () => {
    const reason = { bring: '', astonish: '', clarify: 'lever le dernier doute', urgent: false };
    const weak = { message: 'C’est la raison de la dernière fois.', hint: '' };
    const draft = new DraftModel(
      AT_ONE,
      TODAY,
      { id: 'c1', name: 'Fromagerie du Lac' },
      { kind: 'phone', reason, weak },
    );
    expect([draft.kind, draft.reason.clarify, draft.weak]).toEqual(['phone', 'lever le dernier doute', weak]);
    expect(draft.touched).toBe(false);
    draft.reason = { ...reason, bring: 'le devis' };
    expect(draft.touched).toBe(true);
  });

  it('is touched by words, and not by where it is put', () => {
    const draft = new DraftModel(AT_ONE, TODAY, { id: 'c1', name: 'Fromagerie du Lac' });
    draft.date = '2026-11-30';
    expect(draft.touched, 'closing it loses nothing one wrote').toBe(false);
    draft.reason.clarify = 'le budget';
    expect(draft.touched).toBe(true);
  });
});
