export { linkNodeModules } from './link-node-modules.ts';
export { oneOf, type Random, randomFrom } from './random-from.ts';
export { type Ended, runProgram, startProgram } from './run-program.ts';
export { ScratchWorkspace } from './scratch-workspace.ts';
