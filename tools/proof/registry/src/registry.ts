import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInScratch } from '@vouch/scratch';
import { runServer } from 'verdaccio';

/** An npm registry on loopback. It passes requests for packages that it does not have on to the registry of this machine. */
export class Registry implements AsyncDisposable {
  readonly #server: Server;
  readonly #folder: string;
  readonly url: string;

  private constructor(server: Server, folder: string) {
    this.#server = server;
    this.#folder = folder;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    writeFileSync(this.#settings, `registry=${this.url}\n//${new URL(this.url).host}/:_authToken=anyone\n`);
  }

  static async start(): Promise<Registry> {
    const folder = mkdtempSync(join(tmpdir(), 'vouch-registry-'));
    const server = (await runServer(configuration(folder))) as Server;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Registry(server, folder);
  }

  /** Variables that make npm and Nx use this registry, with a separate cache of packages. */
  get environment(): Record<string, string> {
    return {
      npm_config_userconfig: this.#settings,
      npm_config_registry: this.url,
      npm_config_cache: join(this.#folder, 'npm-cache'),
    };
  }

  async publish(tarball: string): Promise<void> {
    const { code, output } = await runInScratch('npm', ['publish', tarball, '--ignore-scripts'], {
      cwd: this.#folder,
      env: this.environment,
    });
    if (code !== 0) throw new Error(`npm publish ${tarball} failed:\n${output}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #settings(): string {
    return join(this.#folder, 'npmrc');
  }
}

function configuration(folder: string): object {
  const everyone = { access: '$all', publish: '$all', unpublish: '$all' };
  return {
    self_path: folder,
    storage: join(folder, 'storage'),
    uplinks: { machine: { url: registryOfMachine(), timeout: '120s', maxage: '60m' } },
    packages: { '@vouch/*': everyone, 'create-vouch': everyone, '**': { access: '$all', proxy: 'machine' } },
    log: { type: 'stdout', level: 'fatal' },
    max_body_size: '50mb',
  };
}

function registryOfMachine(): string {
  return execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
}
