import type { Resource } from '../record.ts';

interface Description {
  readonly what: string;
  readonly fix: string;
}

const handles: Readonly<Record<string, Description>> = {
  TCPSERVERWRAP: server('a server listening on a TCP port'),
  PIPESERVERWRAP: server('a server listening on a local socket'),
  TCPWRAP: { what: 'left a TCP connection open', fix: 'End it, or close the client or pool that owns it.' },
  PIPEWRAP: { what: 'left a pipe open', fix: 'End it, or the process at its other end.' },
  UDPWRAP: { what: 'left a UDP socket open', fix: 'Close it with `await using` or in `onTestFinished`.' },
  PROCESSWRAP: { what: 'left a child process running', fix: 'End it and wait for its `exit` event.' },
  WORKER: { what: 'left a worker thread running', fix: 'Await its `terminate()`.' },
  FSEVENTWRAP: { what: 'left a file watcher running', fix: 'Close it, or give it an `AbortSignal`.' },
  STATWATCHER: { what: 'left a file watcher running', fix: 'Call `unwatchFile`.' },
  FILEHANDLE: { what: 'left a file open', fix: 'Open it with `await using`, or close it.' },
};

export function describeHandle({ type, handle }: Resource): Description {
  if (type !== 'Timeout') return handles[type] ?? { what: `left a ${type} open`, fix: 'Close it.' };
  const { _repeat, _idleTimeout } = handle as { _repeat: number | null; _idleTimeout: number };
  return _repeat
    ? { what: `left an interval of ${_repeat} ms running`, fix: 'Stop it with `clearInterval`.' }
    : {
        what: `left a timer of ${_idleTimeout} ms running`,
        fix: 'Stop it with `clearTimeout`, or await its work.',
      };
}

function server(name: string): Description {
  return {
    what: `left ${name}`,
    fix: 'Close it: `await using`, or `onTestFinished(() => server.close())`.',
  };
}
