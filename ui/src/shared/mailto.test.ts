import { describe, expect, it } from 'vitest';
import { mailto } from './mailto';

describe('the address of a mail', () => {
  it('is the address as it is written', () => {
    expect(mailto('zoe.noel+ventes@example.com')).toBe('mailto:zoe.noel+ventes@example.com');
  });

  it('takes no other reader and no words along', () => {
    expect(mailto('zoe@example.com?bcc=other@example.com&body=x')).toBe(
      'mailto:zoe@example.com%3Fbcc%3Dother@example.com%26body%3Dx',
    );
    expect(mailto('zoe@example.com#\r\n')).not.toMatch(/[#\r\n]/);
  });
});
