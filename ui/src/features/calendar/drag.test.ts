import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, wholeDays } from '../../intents/sample';
import type { Seed } from '../../intents/reschedule';
import { Hand, screen } from './gestures';

const video = block('video', '2026-11-23T10:00', '2026-11-23T11:00');
const timed = (start: string, minutes: number) => ({ type: 'timed', start, minutes });

describe('a drag', () => {
  it('starts after 4 px, not before', () => {
    const hand = new Hand().press(video, '2026-11-23T10:20').by(0, 3);
    expect(hand.gesture.phase, 'three pixels are a tremor').toBe('pressed');
    expect(hand.by(0, 1).gesture.phase).toBe('moving');
  });

  it('stays a click when the hand trembles, and opens the block', () => {
    const hand = new Hand().press(video, '2026-11-23T10:20').by(2, 1).by(-3, 1).by(1, -1).release();
    expect(hand.effects).toMatchObject([{ type: 'open', held: { block: { key: 'video' } } }]);
    expect(hand.gesture.phase).toBe('idle');
  });

  it('goes from Monday 10:00 to Thursday 13:00, held by its middle', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').to('2026-11-26T13:30').release();
    expect(hand.effects).toMatchObject([
      { type: 'drop', target: timed('2026-11-26T13:00', 60), copy: false, by: 'pointer' },
    ]);
  });

  it('snaps to 15 minutes, and to 5 with Alt, changed on the way', () => {
    const hand = new Hand().press(video, '2026-11-23T10:00').to('2026-11-24T13:08');
    expect(hand.target).toEqual(timed('2026-11-24T13:15', 60));
    expect(hand.keys({ fine: true }).target, 'without another pointer event').toEqual(timed('2026-11-24T13:10', 60));
    expect(hand.keys({ fine: false }).target).toEqual(timed('2026-11-24T13:15', 60));
  });

  it('copies with Ctrl, as it is when the hand lets go', () => {
    const hand = new Hand().press(video, '2026-11-23T10:00').to('2026-11-24T13:00').keys({ copy: true });
    expect(hand.release().last).toMatchObject({ type: 'drop', copy: true });
    const changed = new Hand().keys({ copy: true }).press(video, '2026-11-23T10:00').to('2026-11-24T13:00');
    expect(changed.keys({ copy: false }).release().last, 'let go of Ctrl first').toMatchObject({ copy: false });
  });

  it.each(['moving', 'pressed'])('is restored by Esc, focus loss and pointercancel, when %s', (phase) => {
    const hand = new Hand().press(video, '2026-11-23T10:30');
    if (phase === 'moving') hand.to('2026-11-26T13:30');
    hand.send({ type: 'abandon' });
    expect(hand.gesture).toEqual({ phase: 'idle' });
    expect(hand.effects.map(({ type }) => type)).toEqual(phase === 'moving' ? ['home'] : []);
    hand.to('2026-11-26T13:30').release();
    expect(
      hand.effects.filter(({ type }) => type !== 'home'),
      'the button let go later means nothing',
    ).toEqual([]);
  });

  it('goes home when let go beside the calendar', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 500, y: 20 });
    expect(hand.target).toBeNull();
    expect(hand.release().last).toMatchObject({ type: 'home' });
  });

  it('follows one pointer only', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').to('2026-11-24T12:00');
    hand.send({ type: 'point', at: { x: 900, y: 400 }, pointer: 2, time: 0, fine: false, copy: false });
    hand.send({ type: 'release', at: { x: 900, y: 400 }, pointer: 2 });
    expect(hand.target, 'a second finger is not the hand').toEqual(timed('2026-11-24T11:30', 60));
  });
});

describe('a finger', () => {
  it('scrolls the page when it goes at once, and takes nothing', () => {
    const hand = new Hand().touch(video, '2026-11-23T10:20').by(0, 30).wait(600);
    expect(hand.gesture.phase, 'the page has the finger').toBe('idle');
    expect(hand.effects).toEqual([]);
  });

  it('has the block in hand after 400 ms, and drops it elsewhere', () => {
    const hand = new Hand().touch(video, '2026-11-23T10:00').wait(380);
    expect(hand.gesture.phase, 'it still rests').toBe('pressed');
    hand.wait(32);
    expect(hand.gesture.phase).toBe('moving');
    expect(hand.to('2026-11-24T13:00').release().last).toMatchObject({
      type: 'drop',
      target: timed('2026-11-24T13:00', 60),
    });
  });

  it('opens the block when it only taps', () => {
    expect(new Hand().touch(video, '2026-11-23T10:20').wait(100).release().last).toMatchObject({ type: 'open' });
  });
});

describe('edges', () => {
  it('scroll the hours, faster nearer', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 300, y: 690 }).wait(100);
    const slow = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 300, y: 670 }).wait(100);
    const sum = (it: Hand) => it.effects.reduce((n, effect) => (effect.type === 'scroll' ? n + effect.by : n), 0);
    expect(sum(hand)).toBeGreaterThan(0);
    expect(sum(slow)).toBeLessThan(sum(hand));
    const up = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 300, y: 105 }).wait(100);
    expect(sum(up)).toBeLessThan(0);
  });

  it('turn the week after 600 ms, and again while the hand stays', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 990, y: 400 }).wait(560);
    expect(hand.effects, 'not before').toEqual([]);
    expect(hand.wait(80).effects).toEqual([{ type: 'turn', what: 'view', by: 1 }]);
    hand.scene = screen('2026-11-30');
    expect(hand.send({ type: 'scene' }).target, 'the same point is another day now').toEqual(
      timed('2026-12-04T12:30', 60),
    );
    expect(hand.wait(608).effects).toHaveLength(2);
    const back = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 20, y: 400 }).wait(620);
    expect(back.effects).toEqual([{ type: 'turn', what: 'view', by: -1 }]);
  });

  it('start counting again when the hand comes back', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 990, y: 400 }).wait(400);
    hand.toPoint({ x: 600, y: 400 }).wait(100).toPoint({ x: 990, y: 400 }).wait(400);
    expect(hand.effects).toEqual([]);
  });

  it('count each from when it was entered', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 600, y: 690 }).wait(400);
    hand.toPoint({ x: 990, y: 690 }).wait(400);
    expect(
      hand.effects.filter(({ type }) => type === 'turn'),
      'the time at the bottom is not the side’s',
    ).toEqual([]);
    expect(hand.wait(220).last).toEqual({ type: 'turn', what: 'view', by: 1 });
  });

  it('turn the mini-month when its arrow is held over', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: -20, y: 310 }).wait(620);
    expect(hand.effects).toEqual([{ type: 'turn', what: 'mini', by: 1 }]);
  });

  it('turn nothing while an end is pulled or a new one drawn', () => {
    const pulled = new Hand().press(video, '2026-11-23T11:00', 'end').toPoint({ x: 990, y: 400 }).wait(2000);
    const drawn = new Hand().press(null, '2026-11-27T09:00').toPoint({ x: 990, y: 400 }).wait(2000);
    expect([...pulled.effects, ...drawn.effects]).toEqual([]);
  });
});

describe('places', () => {
  it('keep the hour on the mini-month', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: -200 + 28 * 2 + 5, y: 40 });
    expect(hand.release().last).toMatchObject({ type: 'drop', target: timed('2026-12-09T10:00', 60) });
  });

  it('take out of the tray and put in it', () => {
    const waiting = block('waiting');
    const from = { block: waiting, grip: 'move', from: { type: 'tray' } } as const;
    const out = new Hand().pressAt(from, { x: 1100, y: 100 }).to('2026-11-25T14:00').release();
    expect(out.last).toMatchObject({ type: 'drop', target: timed('2026-11-25T14:00', 45) });
    const back = new Hand().pressAt(from, { x: 1100, y: 100 }).toPoint({ x: 1150, y: 400 }).release();
    expect(back.last, 'it waits there already').toMatchObject({ type: 'home' });
    const into = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 1100, y: 300 }).release();
    expect(into.last).toMatchObject({ type: 'drop', target: { type: 'tray' } });
  });

  it('become whole days only over the lane, and hours only over the hours', () => {
    const hand = new Hand().press(video, '2026-11-23T10:30').toPoint({ x: 300, y: 85 });
    expect(hand.target).toEqual({ type: 'allDay', first: '2026-11-24', days: 1 });
    expect(hand.to('2026-11-24T10:30').target, 'and back, as long as before').toEqual(timed('2026-11-24T10:00', 60));
    const fair = wholeDays('fair', '2026-11-23', '2026-11-25');
    const held = { block: fair, grip: 'move', from: { type: 'lane', date: '2026-11-23' } } as const;
    expect(new Hand().pressAt(held, { x: 100, y: 85 }).to('2026-11-26T09:00').target).toEqual(
      timed('2026-11-26T09:00', 60),
    );
  });

  it('offered nearby are taken exactly', () => {
    const hand = new Hand();
    hand.scene = { ...hand.scene, offered: [{ type: 'timed', start: '2026-11-26T15:10', minutes: 60 }] };
    hand.press(video, '2026-11-23T10:30').to('2026-11-26T15:40');
    expect(hand.target, 'held by its middle, and still it lands on the offer').toEqual(timed('2026-11-26T15:10', 60));
  });
});

describe('ends and new ones', () => {
  it('resizes by the end and by the start', () => {
    const end = new Hand().press(video, '2026-11-23T11:00', 'end').to('2026-11-23T12:10').release();
    expect(end.last).toMatchObject({ type: 'drop', target: timed('2026-11-23T10:00', 135), copy: false });
    const start = new Hand().press(video, '2026-11-23T10:00', 'start').to('2026-11-23T09:10').release();
    expect(start.last).toMatchObject({ type: 'drop', target: timed('2026-11-23T09:15', 105) });
  });

  it('keeps the column and the least height, however the hand drifts', () => {
    const hand = new Hand().press(video, '2026-11-23T11:00', 'end').to('2026-11-25T09:00');
    expect(hand.target).toEqual(timed('2026-11-23T10:00', 15));
    expect(hand.toPoint({ x: 1100, y: 100 }).target, 'even over the tray').toEqual(timed('2026-11-23T10:00', 15));
    expect(hand.keys({ fine: true }).target).toEqual(timed('2026-11-23T10:00', 5));
  });

  it('draws a new one, and a click on nothing draws none', () => {
    const drawn = new Hand().press(null, '2026-11-26T09:00').to('2026-11-26T10:00').release();
    expect(drawn.last).toMatchObject({ type: 'drop', held: { block: null }, target: timed('2026-11-26T09:00', 60) });
    const click = new Hand().press(null, '2026-11-26T09:00').by(1, 1).release();
    expect(click.last).toMatchObject({ type: 'open', held: { block: null } });
  });

  it('draws whole days along the lane', () => {
    const from = { block: null, grip: 'create', from: { type: 'lane', date: '2026-11-24' } } as const;
    const hand = new Hand().pressAt(from, { x: 300, y: 85 }).toPoint({ x: 700, y: 300 });
    expect(hand.target).toEqual({ type: 'allDay', first: '2026-11-24', days: 3 });
  });
});

describe('a pulled tail', () => {
  const pulled = (to: string) => new Hand().press(video, '2026-11-23T11:00', 'tail').to(to);

  it('aims at the same hour of the day it is over, whatever the height', () => {
    expect(pulled('2026-11-26T16:40').target).toEqual(timed('2026-11-26T10:00', 60));
    expect(pulled('2026-11-26T16:40').keys({ fine: true, copy: true }).target).toEqual(timed('2026-11-26T10:00', 60));
    expect(pulled('2026-11-26T16:40').release().last).toMatchObject({
      ...{ type: 'drop', target: timed('2026-11-26T10:00', 60), copy: false },
      held: { grip: 'tail' },
    });
  });

  it('aims at nothing on its own day or before, over the tray or beside the calendar', () => {
    expect(pulled('2026-11-23T16:00').target).toBeNull();
    expect(pulled('2026-11-23T16:00').release().last).toMatchObject({ type: 'home' });
    const thursday = block('thursday', '2026-11-26T10:00', '2026-11-26T11:00');
    expect(new Hand().press(thursday, '2026-11-26T11:00', 'tail').to('2026-11-24T10:00').target).toBeNull();
    expect(pulled('2026-11-26T10:00').toPoint({ x: 1100, y: 300 }).target).toBeNull();
    expect(pulled('2026-11-26T10:00').toPoint({ x: 500, y: 20 }).release().last).toMatchObject({ type: 'home' });
  });

  it('reaches the mini-month, the lane and the next week', () => {
    expect(pulled('2026-11-26T10:00').toPoint({ x: -200 + 28 * 2 + 5, y: 40 }).target).toEqual(
      timed('2026-12-09T10:00', 60),
    );
    expect(pulled('2026-11-26T10:00').toPoint({ x: 300, y: 85 }).target).toEqual(timed('2026-11-24T10:00', 60));
    const hand = pulled('2026-11-26T10:00').toPoint({ x: 990, y: 400 }).wait(640);
    expect(hand.effects).toEqual([{ type: 'turn', what: 'view', by: 1 }]);
    hand.scene = screen('2026-11-30');
    expect(hand.send({ type: 'scene' }).target).toEqual(timed('2026-12-04T10:00', 60));
  });

  it('is a press when it is not pulled', () => {
    expect(new Hand().press(video, '2026-11-23T11:00', 'tail').by(2, 1).release().last).toMatchObject({
      ...{ type: 'open', held: { grip: 'tail' } },
    });
  });

  it('keeps the hour and the length of its meeting, comes after it, and is undone whole, wherever it was', () => {
    const points = fc.array(
      fc.record({ x: fc.integer({ min: -220, max: 1220 }), y: fc.integer({ min: -20, max: 760 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(points, fc.boolean(), (all, lost) => {
        const hand = new Hand().press(video, '2026-11-23T11:00', 'tail').by(20, 20);
        for (const point of all) {
          hand.toPoint(point);
          const { target } = hand;
          if (!target) continue;
          expect(target).toMatchObject({ type: 'timed', minutes: 60 });
          if (target.type !== 'timed') return;
          expect(target.start.slice(10)).toBe('T10:00');
          expect(target.start > '2026-11-23T24:00').toBe(true);
        }
        if (lost) hand.send({ type: 'abandon' });
        hand.release();
        expect(hand.gesture).toEqual({ phase: 'idle' });
        const ends = hand.effects.filter(({ type }) => type === 'drop' || type === 'home' || type === 'open');
        expect(ends, 'it ends once').toHaveLength(1);
        if (lost) expect(ends[0].type).toBe('home');
      }),
    );
  });
});

describe('a step of a client’s path', () => {
  const seed = { key: 'step-0', kind: 'phone', minutes: 30, on: '2026-11-24' } as Seed;
  const held = { block: null, seed, grip: 'move', from: { type: 'tray' } } as const;

  it('is carried onto the hours of a calendar that came into sight meanwhile', () => {
    const page = { ...screen(), zones: [] };
    const hand = new Hand(page).pressAt(held, { x: 600, y: 200 }).by(30, 30);
    expect(hand.target, 'nothing to drop on yet').toBeNull();
    hand.scene = screen();
    hand.send({ type: 'scene' }).to('2026-11-26T14:00').keys({ copy: true }).release();
    expect(hand.last).toMatchObject({ type: 'drop', target: timed('2026-11-26T14:00', 30), copy: false });
  });

  it('goes home when it is let go beside the calendar, and is opened by a press that does not move', () => {
    const page = { ...screen(), zones: [] };
    expect(new Hand(page).pressAt(held, { x: 600, y: 200 }).by(30, 30).release().last).toMatchObject({ type: 'home' });
    expect(new Hand(page).pressAt(held, { x: 600, y: 200 }).by(1, 2).release().last).toEqual({ type: 'open', held });
  });
});

describe('the twins of a drag', () => {
  const taken = (by: 'keys' | 'clicks') =>
    new Hand().send({
      type: 'take',
      by,
      held: { block: video, grip: 'move', from: { type: 'tray' } },
      target: timed('2026-11-23T10:00', 60) as never,
    });

  it('the keyboard takes, moves, resizes and drops the same intent', () => {
    const hand = taken('keys');
    for (let n = 0; n < 3; n += 1) hand.send({ type: 'push', push: { type: 'days', by: 1 } });
    for (let n = 0; n < 12; n += 1) hand.send({ type: 'push', push: { type: 'minutes', by: 15 } });
    hand.send({ type: 'push', push: { type: 'end', by: 30 } });
    hand.send({ type: 'settle', copy: false });
    expect(hand.last).toMatchObject({ type: 'drop', target: timed('2026-11-26T13:00', 90), by: 'keys' });
  });

  it('the keyboard is cancelled by Esc and deaf to the pointer', () => {
    const hand = taken('keys')
      .send({ type: 'push', push: { type: 'days', by: 1 } })
      .to('2026-11-27T09:00')
      .release();
    expect(hand.target).toEqual(timed('2026-11-24T10:00', 60));
    expect(hand.send({ type: 'abandon' }).last).toMatchObject({ type: 'home', by: 'keys' });
  });

  it('"Déplacer…" follows the pointer and a click drops, in the step it falls in', () => {
    const hand = taken('clicks').toPoint(new Hand().point('2026-11-26T13:14'));
    expect(hand.target, 'the start of the slot, not the middle of the block').toEqual(timed('2026-11-26T13:00', 60));
    hand.release();
    expect(hand.effects, 'letting go of the button that chose "Déplacer…" drops nothing').toEqual([]);
    hand.send({ type: 'click', at: hand.point('2026-11-26T13:14'), fine: false, copy: false });
    expect(hand.last).toMatchObject({ type: 'drop', target: timed('2026-11-26T13:00', 60), by: 'clicks' });
  });

  it('"Déplacer…" turns no page under a resting pointer', () => {
    expect(taken('clicks').toPoint({ x: 990, y: 400 }).wait(2000).effects).toEqual([]);
  });
});
