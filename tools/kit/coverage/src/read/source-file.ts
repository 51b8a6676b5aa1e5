import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A source file as Node runs it: without types, with every character in its original place. */
export interface SourceFile {
  readonly path: string;
  readonly url: string;
  readonly code: string;
}

export async function readSource(path: string): Promise<SourceFile> {
  const text = await readFile(path, 'utf8');
  return {
    path,
    url: pathToFileURL(path).href,
    code: path.endsWith('.ts') ? stripTypeScriptTypes(text) : text,
  };
}
