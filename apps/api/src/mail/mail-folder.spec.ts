import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MailFolder } from './mail-folder.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-mail-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mail = { to: 'ada@example.com', kind: 'invitation', code: 'the code' } as const;
const mails = () => readdirSync(folder).filter((name) => name.endsWith('.eml'));

describe('MailFolder.send', () => {
  test('has left a whole mail that outlives the process when it resolves, for its owner alone', async () => {
    await new MailFolder(folder).send(mail);
    const [name] = mails();
    const file = join(folder, name!);
    expect(readFileSync(file, 'utf8')).toMatch(
      /^To: ada@example\.com\r\nSubject: .*\r\n\r\n.*\r\n\r\nthe code\r\n$/s,
    );
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('makes its folder, for its owner alone', async () => {
    const nested = join(folder, 'a', 'b');
    await new MailFolder(nested).send(mail);
    expect(readdirSync(nested)).toHaveLength(1);
    expect(statSync(nested).mode & 0o077).toBe(0);
  });

  test('rejects where the folder cannot be made', async () => {
    await new MailFolder(folder).send(mail);
    const notAFolder = join(folder, mails()[0]!);
    await expect(new MailFolder(notAFolder).send(mail)).rejects.toThrow('EEXIST');
    expect(mails()).toHaveLength(1);
  });
});
