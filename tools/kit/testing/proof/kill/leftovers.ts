import { readdirSync, readFileSync } from 'node:fs';
import { filesBelow } from '../files-below.ts';
import { isAlive, type ProcessIdentity } from '../../src/servers/process/identity.ts';
import { readJson } from '../../src/servers/supervisor/json-file.ts';
import type { RunRecord } from '../../src/servers/model/server-record.ts';

/** The traces of all runs with one temporary folder. */
export interface Traces {
  readonly supervisors: readonly ProcessIdentity[];
  /** The folders of embedded servers. */
  readonly folders: readonly string[];
}

export function tracesIn(temporary: string): Traces {
  const files = filesBelow(temporary);
  return {
    supervisors: read<ProcessIdentity>(files, /^owner-\d+\.json$/),
    folders: read<RunRecord>(files, /^run-\d+\.json$/).flatMap(({ folder }) => folder ?? []),
  };
}

/**
 * Returns what remains of the runs: processes, server folders, and leases of living processes (the next check removes
 * others).
 */
export function leftovers(temporary: string, { supervisors, folders }: Traces): string[] {
  const leases = read<ProcessIdentity>(filesBelow(temporary), /^[0-9a-f]{8}\.json$/);
  return [
    ...supervisors.filter(isAlive).map(({ pid }) => `supervisor ${pid}`),
    ...processesThatMention(temporary, ...folders),
    ...folders.filter(isFolder).map((folder) => `folder ${folder}`),
    ...leases.filter(isAlive).map(({ pid }) => `lease of ${pid}`),
  ];
}

/** Finds processes by command line and environment, whatever their names. Linux only. */
function processesThatMention(...words: string[]): string[] {
  const pids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return pids.flatMap((pid) => {
    const [command, environment] = [readProc(pid, 'cmdline'), readProc(pid, 'environ')];
    const ours = words.some((word) => command.includes(word) || environment.includes(word));
    return ours && Number(pid) !== process.pid
      ? [`process ${pid}: ${command.replaceAll('\0', ' ').slice(0, 80)}`]
      : [];
  });
}

function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function isFolder(path: string): boolean {
  try {
    return readdirSync(path).length >= 0;
  } catch {
    return false;
  }
}

function read<T>(files: readonly string[], name: RegExp): T[] {
  return files
    .filter((file) => name.test(file.split('/').at(-1) ?? ''))
    .flatMap((file) => readJson<T>(file) ?? []);
}
