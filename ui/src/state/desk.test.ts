import { beforeEach, describe, expect, it } from 'vitest';
import { block } from '../intents/sample';
import { desk } from './desk.svelte';
import { now } from './now.svelte';

beforeEach(() => {
  now.set({
    at: '2026-11-24T09:12:00+01:00',
    wall: '2026-11-24T09:12',
    zone: 'Europe/Paris',
    fixed: true,
    elsewhere: null,
  });
  desk.show('week', '2026-11-24');
  desk.close();
});

describe('the desk at the start', () => {
  it('opens on this week when nothing is remembered', () => {
    desk.start({});
    expect([desk.view, desk.date]).toEqual(['week', '2026-11-24']);
  });

  it('lays out what was remembered', () => {
    desk.start({ view: 'month', date: '2027-02-14', trayClosed: true, scrollMinute: 480 });
    expect([desk.view, desk.date, desk.trayClosed, desk.scrollMinute]).toEqual(['month', '2027-02-14', true, 480]);
  });

  it('does not trip over a view it does not know, or a client that is not said', () => {
    desk.start({ view: 'pilotage' });
    expect(desk.view, 'a later version wrote it').toBe('week');
    desk.start({ view: 'client' });
    expect(desk.view).toBe('week');
    desk.start({ view: 'client', client: 'c1' });
    expect([desk.view, desk.client]).toEqual(['client', 'c1']);
  });
});

describe('showing a view', () => {
  it('closes what was open over the one before, but not when only the page turns', () => {
    desk.openSheet(block('a'), null);
    desk.show('week', '2026-12-01');
    expect(desk.sheet, 'the same view, another page').not.toBeNull();
    desk.show('clients');
    expect(desk.sheet).toBeNull();
  });

  it('remembers which view of the calendar to go back to', () => {
    desk.show('month');
    desk.show('settings');
    expect(desk.calendarView).toBe('month');
  });
});

describe('what is open', () => {
  it('is a sheet or a draft, never both', () => {
    desk.openSheet(block('a'), null);
    desk.openDraft({ type: 'tray' }, null);
    expect([desk.sheet, desk.draft?.what]).toEqual([null, { type: 'tray' }]);
    const first = desk.draft?.id;
    desk.openDraft({ type: 'tray' }, null);
    expect(desk.draft?.id, 'another draft is another one').not.toBe(first);
    desk.openSheet(block('a'), null);
    expect(desk.draft).toBeNull();
  });
});
