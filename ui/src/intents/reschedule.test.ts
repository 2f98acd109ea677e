import { describe, expect, it } from 'vitest';
import type { Block } from '../ipc/bindings.gen';
import {
  aim,
  reschedule,
  sameTarget,
  spanOf,
  targetOf,
  type Grip,
  type Held,
  type Place,
  type Seed,
} from './reschedule';
import { block, wholeDays } from './sample';

const hours = (date: string, time: string): Place => {
  const [hour, minute] = time.split(':').map(Number);
  return { type: 'hours', date, minute: hour * 60 + minute };
};
const day = (date: string): Place => ({ type: 'day', date, opening: 540 });
const lane = (date: string): Place => ({ type: 'lane', date });
const held = (it: Block | null, from: Place, grip: Grip = 'move'): Held => ({ block: it, from, grip });

const video = block('video', '2026-11-23T10:00', '2026-11-23T11:00');
const fair = wholeDays('fair', '2026-11-23', '2026-11-26');
const waiting = block('waiting');
const seed: Seed = {
  key: 'step-0',
  client: { id: 'c1', name: 'Fonderie Perrin' },
  kind: 'inPerson',
  reason: { bring: '', astonish: '', clarify: 'Voir l’atelier', urgent: false },
  minutes: 90,
  on: '2026-11-24',
};

describe('what a hand over the calendar means', () => {
  it('follows the table: with hours', () => {
    const hand = held(video, hours('2026-11-23', '10:20'));
    expect(aim(hand, hours('2026-11-26', '13:20'), 15), 'the hand keeps its grip inside the block').toEqual({
      type: 'timed',
      start: '2026-11-26T13:00',
      minutes: 60,
    });
    expect(aim(hand, lane('2026-11-24'), 15)).toEqual({ type: 'allDay', first: '2026-11-24', days: 1 });
    expect(aim(hand, day('2026-12-03'), 15), 'a day keeps the hour').toEqual({
      type: 'timed',
      start: '2026-12-03T10:00',
      minutes: 60,
    });
    expect(aim(hand, { type: 'tray' }, 15)).toEqual({ type: 'tray' });
  });

  it('follows the table: whole days', () => {
    const hand = held(fair, lane('2026-11-24'));
    expect(aim(hand, hours('2026-11-27', '09:04'), 15), 'hours only because the hand went there').toEqual({
      type: 'timed',
      start: '2026-11-27T09:00',
      minutes: 60,
    });
    expect(aim(hand, lane('2026-11-25'), 15), 'held by its second day').toEqual({
      type: 'allDay',
      first: '2026-11-24',
      days: 3,
    });
    expect(aim(hand, day('2026-12-10'), 15)).toEqual({ type: 'allDay', first: '2026-12-09', days: 3 });
    expect(aim(hand, { type: 'tray' }, 15)).toEqual({ type: 'tray' });
  });

  it('follows the table: waiting in the tray', () => {
    const hand = held(waiting, { type: 'tray' });
    expect(aim(hand, hours('2026-11-27', '09:04'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-27T09:00',
      minutes: 45,
    });
    expect(aim(hand, lane('2026-11-25'), 15)).toEqual({ type: 'allDay', first: '2026-11-25', days: 1 });
    expect(aim(hand, day('2026-12-10'), 15), 'no hour of its own: when that day opens').toEqual({
      type: 'timed',
      start: '2026-12-10T09:00',
      minutes: 45,
    });
    expect(aim(hand, { type: 'tray' }, 15), 'it is there already').toBeNull();
  });

  it('follows the table: a step of a path, which is not there yet', () => {
    const hand: Held = { block: null, seed, grip: 'move', from: { type: 'tray' } };
    expect(aim(hand, hours('2026-11-27', '09:04'), 15), 'as long as its kind usually is').toEqual({
      type: 'timed',
      start: '2026-11-27T09:00',
      minutes: 90,
    });
    expect(aim(hand, day('2026-12-10'), 15)).toEqual({ type: 'timed', start: '2026-12-10T09:00', minutes: 90 });
    expect(aim(hand, lane('2026-11-25'), 15)).toEqual({ type: 'allDay', first: '2026-11-25', days: 1 });
    expect(aim(hand, { type: 'tray' }, 15), 'nothing is planned without a day').toBeNull();
    const there = { type: 'timed', start: '2026-11-27T09:00', minutes: 90 } as const;
    expect(reschedule(hand, there, { copy: true }), 'judged as what is new').toMatchObject({
      subject: { type: 'new', kind: seed.kind },
      copy: false,
    });
  });

  it('means nothing beside the calendar', () => {
    expect(aim(held(video, hours('2026-11-23', '10:20')), null, 15)).toBeNull();
  });

  it('snaps to the step, and to the minute it already had', () => {
    const odd = block('odd', '2026-11-23T10:05', '2026-11-23T10:35');
    const hand = held(odd, hours('2026-11-23', '10:05'));
    expect(aim(hand, hours('2026-11-24', '10:07'), 15), 'sideways it keeps 10:05').toMatchObject({
      start: '2026-11-24T10:05',
    });
    expect(aim(hand, hours('2026-11-24', '10:13'), 15)).toMatchObject({ start: '2026-11-24T10:15' });
    expect(aim(hand, hours('2026-11-24', '10:21'), 5), 'finer with a finer step').toMatchObject({
      start: '2026-11-24T10:20',
    });
  });

  it('moves a block that crosses midnight by its second day', () => {
    const night = block('night', '2026-11-23T23:00', '2026-11-24T01:00');
    expect(aim(held(night, hours('2026-11-24', '00:30')), hours('2026-11-26', '00:30'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-25T23:00',
      minutes: 120,
    });
  });

  it('keeps the wall time across a change of the clocks', () => {
    const before = block('dst', '2026-10-23T10:00', '2026-10-23T11:00');
    const hand = held(before, hours('2026-10-23', '10:00'));
    expect(aim(hand, hours('2026-10-26', '10:00'), 15)).toMatchObject({ start: '2026-10-26T10:00', minutes: 60 });
  });

  it('resizes both ends, and never under one step', () => {
    const end = held(video, hours('2026-11-23', '10:58'), 'end');
    expect(aim(end, hours('2026-11-23', '11:29'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-23T10:00',
      minutes: 90,
    });
    expect(aim(end, hours('2026-11-23', '08:00'), 15), 'the least height').toMatchObject({ minutes: 15 });
    expect(aim(end, hours('2026-11-23', '08:00'), 5)).toMatchObject({ minutes: 5 });
    const start = held(video, hours('2026-11-23', '10:02'), 'start');
    expect(aim(start, hours('2026-11-23', '09:30'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-23T09:30',
      minutes: 90,
    });
    expect(aim(start, hours('2026-11-23', '23:00'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-23T10:45',
      minutes: 15,
    });
    expect(aim(start, hours('2026-11-23', '00:00'), 15), 'not before the day').toMatchObject({
      start: '2026-11-23T00:00',
    });
    expect(aim(end, { type: 'tray' }, 15), 'an edge can only be put among hours').toBeNull();
  });

  it('resizes whole days by both ends', () => {
    expect(aim(held(fair, lane('2026-11-25'), 'end'), lane('2026-11-27'), 15)).toEqual({
      type: 'allDay',
      first: '2026-11-23',
      days: 5,
    });
    expect(aim(held(fair, lane('2026-11-23'), 'start'), lane('2026-11-30'), 15), 'one day at the least').toEqual({
      type: 'allDay',
      first: '2026-11-25',
      days: 1,
    });
  });

  it('draws a new one downwards, upwards, and across days', () => {
    const hand = held(null, hours('2026-11-26', '09:07'), 'create');
    expect(aim(hand, hours('2026-11-26', '10:20'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-26T09:00',
      minutes: 90,
    });
    expect(aim(hand, hours('2026-11-26', '08:20'), 15)).toEqual({
      type: 'timed',
      start: '2026-11-26T08:15',
      minutes: 60,
    });
    expect(aim(hand, hours('2026-11-26', '09:09'), 15), 'one step at the least').toMatchObject({ minutes: 15 });
    expect(aim(hand, hours('2026-11-27', '10:20'), 15), 'in the column it was begun').toMatchObject({
      start: '2026-11-26T09:00',
    });
    expect(aim(held(null, lane('2026-11-26'), 'create'), lane('2026-11-24'), 15)).toEqual({
      type: 'allDay',
      first: '2026-11-24',
      days: 3,
    });
  });

  it('is one intent, or nothing where nothing would change', () => {
    const hand = held(video, hours('2026-11-23', '10:20'));
    const to = { type: 'timed', start: '2026-11-26T13:00', minutes: 60 } as const;
    expect(reschedule(hand, to)).toEqual({
      subject: { type: 'existing', id: 'video', occurrence: null },
      to,
      scope: 'this',
      copy: false,
      force: false,
    });
    expect(reschedule(hand, targetOf(video)), 'it is there already').toBeNull();
    expect(reschedule(hand, targetOf(video), { copy: true }), 'unless a copy is asked').toMatchObject({ copy: true });
    expect(reschedule(hand, { type: 'tray' }, { copy: true }), 'the tray is no place for a copy').toMatchObject({
      copy: false,
    });
    expect(reschedule({ ...hand, grip: 'end' }, to, { copy: true }), 'nor is a resize').toMatchObject({ copy: false });
    expect(reschedule(hand, null)).toBeNull();
    expect(reschedule(held(null, lane('2026-11-23'), 'create'), to)).toMatchObject({
      subject: { type: 'new', kind: 'video' },
    });
  });

  it('names an occurrence of a series, this one by default', () => {
    const one = block('s@2026-11-24T10:00:00', '2026-11-24T10:00', '2026-11-24T11:00', {
      id: 's',
      occurrence: '2026-11-24T10:00:00',
      repeats: true,
    });
    expect(reschedule(held(one, lane('2026-11-24')), { type: 'tray' })).toMatchObject({
      subject: { id: 's', occurrence: '2026-11-24T10:00:00' },
      scope: 'this',
    });
  });

  it('tells targets apart and spans them', () => {
    expect(sameTarget({ type: 'tray' }, { type: 'tray' })).toBe(true);
    expect(sameTarget({ type: 'tray' }, { type: 'allDay', first: '2026-11-24', days: 1 })).toBe(false);
    expect(spanOf({ type: 'allDay', first: '2026-12-31', days: 1 })).toEqual({
      start: '2026-12-31T00:00',
      end: '2027-01-01T00:00',
      allDay: true,
    });
    expect(spanOf({ type: 'tray' })).toBeNull();
  });
});

describe('a tail', () => {
  it('moves nothing: what it aims at is another meeting', () => {
    const pulled = held(video, hours('2026-11-23', '11:00'), 'tail');
    const target = aim(pulled, day('2026-11-27'), 15);
    expect(target).toEqual({ type: 'timed', start: '2026-11-27T10:00', minutes: 60 });
    expect(reschedule(pulled, target)).toBeNull();
    expect(aim(held(fair, lane('2026-11-23'), 'tail'), day('2026-11-27'), 15), 'whole days have no hour').toBeNull();
    expect(aim(held(waiting, { type: 'tray' }, 'tail'), day('2026-11-27'), 15)).toBeNull();
  });
});
