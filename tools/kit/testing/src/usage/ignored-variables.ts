/**
 * Variables for places, users, terminals and the tools that run the tests. They differ between machines and runs. A
 * test that depends on one is cached all the same.
 */
const ignored: readonly RegExp[] = [
  /^(?:PATH|Path|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|PWD|OLDPWD|INIT_CWD|TMPDIR|TMP|TEMP|XDG_\w+)$/,
  /^(?:SHELL|ComSpec|COMSPEC|SystemRoot|SYSTEMROOT|windir|APPDATA|LOCALAPPDATA|ProgramData|ProgramFiles.*)$/,
  /^(?:USER|USERNAME|LOGNAME|HOSTNAME|_)$/,
  /^(?:TERM|TERM_\w+|COLORTERM|COLUMNS|LINES|FORCE_COLOR|NO_COLOR|CLICOLOR\w*|NODE_DISABLE_COLORS)$/,
  /^(?:TMUX|STY|DISPLAY|WT_SESSION|SSH_\w+)$/,
  /^(?:npm_\w+|NX_\w+|LERNA_PACKAGE_NAME|VITEST\w*|VITE_NODE_\w+|MODE|DEV|PROD|SSR|BASE_URL|TEST)$/,
  /^(?:NODE_V8_COVERAGE|NODE_COMPILE_CACHE\w*|NODE_CHANNEL_\w+|NODE_UNIQUE_ID)$/,
  /^VOUCH_(?:USAGE|NETWORK_REPORT|TEST_\w+|KILL_\w+)$/,
];

export function isIgnoredVariable(name: string): boolean {
  return ignored.some((pattern) => pattern.test(name));
}
