import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { changingTests, libraries, specOf } from './libraries.ts';
import { type Verdicts, verdictsOf } from './verdicts.ts';

/** A workspace whose files, environment and packages change, and whose tests run with and without a cache. */
export class ChangingWorkspace implements Disposable {
  readonly #workspace = new ScratchWorkspace();
  #environment: Readonly<Record<string, string>> = {};

  constructor() {
    this.write('prices.json', '{ "price": 1 }');
    this.write('data/one.csv', '');
    this.write(
      'print-price.mjs',
      `import { readFileSync } from 'node:fs'; process.stdout.write(String(JSON.parse(readFileSync(import.meta.dirname + '/prices.json', 'utf8')).price));`,
    );
    this.configure(1);
    this.installPackage(1);
    for (const [name, library] of Object.entries(libraries)) {
      const files = { ...library.files, 'src/it.spec.ts': specOf(library) };
      this.#workspace.library(name, files, library.dependencies);
      if (library.inputs !== undefined) this.#declare(name, library.inputs);
    }
    this.write('libs/reads-readme/README.md', '1');
    this.write('libs/changing/src/it.spec.ts', specOf({ tests: changingTests.slice(0, 1) }));
  }

  write(file: string, content: string): void {
    this.#workspace.write(file, content);
  }

  remove(file: string): void {
    rmSync(join(this.#workspace.path, file), { force: true });
  }

  setVariable(name: string, to: string | undefined): void {
    const { [name]: _old, ...others } = this.#environment;
    this.#environment = to === undefined ? others : { ...others, [name]: to };
  }

  /** Installs a package: its files and its entry in the lockfile. */
  installPackage(price: number): void {
    const manifest = { name: 'tiny-price', version: `${price}.0.0`, type: 'module', exports: './index.js' };
    this.write('node_modules/tiny-price/package.json', JSON.stringify(manifest));
    this.write('node_modules/tiny-price/index.js', `export const price = ${price};\n`);
    const lockfile = JSON.parse(readFileSync(join(this.#workspace.path, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, object>;
    };
    lockfile.packages['node_modules/tiny-price'] = {
      version: manifest.version,
      integrity: `sha512-${price}`,
    };
    this.write('package-lock.json', JSON.stringify(lockfile));
  }

  configure(rate: number): void {
    this.write(
      'vitest.config.ts',
      `import { vouchConfig } from '@vouch/nx/vitest';\n\nexport default { ...(await vouchConfig(import.meta.dirname)), define: { __RATE__: ${rate} } };\n`,
    );
  }

  /** Returns the outcome of each task with the cache, and the output. */
  async withCache(): Promise<Verdicts> {
    return verdictsOf(await this.#run([]));
  }

  async withoutCache(): Promise<Verdicts> {
    return verdictsOf(await this.#run(['--skip-nx-cache']));
  }

  [Symbol.dispose](): void {
    this.#workspace[Symbol.dispose]();
  }

  #run(options: readonly string[]) {
    const args = ['run-many', '-t', 'test', '--output-style=static', ...options];
    return this.#workspace.nx(args, this.#environment);
  }

  #declare(name: string, inputs: readonly (string | object)[]): void {
    this.#workspace.editJson(`libs/${name}/package.json`, (manifest) => ({
      ...manifest,
      vouch: { inputs: { unit: inputs } },
    }));
  }
}
