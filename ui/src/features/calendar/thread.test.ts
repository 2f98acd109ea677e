import { expect, it } from 'vitest';
import { pathOf } from './thread';

it('a thread goes to the nearer side of what it holds, and back where that lies behind', () => {
  expect(pathOf({ x: 100, y: 100 }, { left: 300, top: 80, width: 100, height: 40 })).toBe(
    'M 100 100 C 200 100 200 100 300 100',
  );
  expect(pathOf({ x: 500, y: 200 }, { left: 100, top: 80, width: 100, height: 40 })).toBe(
    'M 500 200 C 350 200 350 100 200 100',
  );
});
