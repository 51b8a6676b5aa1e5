import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The code in the newest mail to an address, as its reader finds it. */
export async function mailedCode(folder: string, address: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const mail = mails.findLast((text) => text.startsWith(`To: ${address}\r\n`));
  const code = mail?.trimEnd().split('\r\n').at(-1);
  if (code === undefined) throw new Error(`No mail to ${address} among ${names.length} mails in ${folder}.`);
  return code;
}
