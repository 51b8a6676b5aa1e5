import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileNotes, type FileNote } from './file-notes.ts';

type Method = ((this: unknown, ...args: unknown[]) => unknown) & { native?: Method };
type Methods = Record<string, Method>;

/** Makes the functions of `fs` report their arguments, whether they are imported by name or not. */
export function observeFiles(): void {
  const forms = [fs, fs.promises] as unknown as Methods[];
  for (const methods of forms) {
    for (const [name, note] of Object.entries(fileNotes)) {
      for (const form of [name, `${name}Sync`]) {
        const original = methods[form];
        if (original !== undefined) methods[form] = noting(original, note);
      }
    }
  }
  observeStreams();
  process.loadEnvFile = noting(Reflect.get(process, 'loadEnvFile') as Method, ([path = '.env']) =>
    fileNotes['readFile']?.([path]),
  );
  syncBuiltinESMExports();
}

function noting(original: Method, note: FileNote): Method {
  const method: Method = function (...args) {
    return original.apply(this, note(args) ?? args);
  };
  Object.defineProperties(method, Object.getOwnPropertyDescriptors(original));
  if (original.native !== undefined) method.native = noting(original.native, note);
  return method;
}

/** Observes streams when they are created, because they open their file later, without the creating line on the stack. */
function observeStreams(): void {
  fs.ReadStream = new Proxy(fs.ReadStream, {
    construct(target, args: unknown[], newTarget: NewableFunction) {
      fileNotes['createReadStream']?.(args);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
}
