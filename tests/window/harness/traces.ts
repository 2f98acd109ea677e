// What somebody reads off a disk who has no key: every file under a folder, its name and its bytes.

import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How a file begins that was packed by zstd, gzip or zip: what is in it would not be seen as it stands. */
const PACKED = ['28b52ffd', '1f8b', '504b0304'];

/**
 * The files under `folder` in which a word of letters stands, by their paths in it: as UTF-8 or UTF-16 and whatever its
 * case, in hexadecimal or in Base64; or in whose own name it does.
 */
export function traces(word: string, folder: string): string[] {
  const forms = formsOf(word);
  return files(folder).filter((path) => {
    const text = `${path}\n${readable(join(folder, path)).toString('latin1')}`;
    const lower = text.toLowerCase();
    return (
      forms.folded.some((form) => lower.includes(form)) ||
      forms.exact.some((form) => text.includes(form))
    );
  });
}

/** The files under `folder` that are packed: in the folder of a locked book there is none. */
export function packed(folder: string): string[] {
  return files(folder).filter((path) => {
    const head = readable(join(folder, path)).subarray(0, 4).toString('hex');
    return PACKED.some((magic) => head.startsWith(magic));
  });
}

/** Every file under a folder, by its path in it. */
export function files(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names
    .filter((name) => {
      try {
        return lstatSync(join(folder, name)).isFile();
      } catch {
        // It went between the two looks.
        return false;
      }
    })
    .map((name) => relative('', name))
    .sort();
}

/** A file's bytes; none when it went meanwhile. */
function readable(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function formsOf(word: string): { folded: string[]; exact: string[] } {
  const plain = word.toLowerCase();
  const hex = [word, plain].map((each) => Buffer.from(each).toString('hex'));
  // Three ways a word can lie in groups of three bytes; what stands beside it colours the letters at its ends.
  const base64 = [word, plain].flatMap((each) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.from('\0'.repeat(before) + each).toString('base64');
      return whole.slice(before === 0 ? 0 : before + 1).replace(/.=+$/, '');
    }),
  );
  return { folded: [plain, [...plain].join('\0'), ...hex], exact: base64 };
}
