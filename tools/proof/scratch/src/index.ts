export { linkNodeModules } from './link-node-modules.ts';
export { oneOf, type Random, randomFrom } from './random-from.ts';
export { type Ended, runInScratch, startProgram } from './run-in-scratch.ts';
export { ScratchWorkspace } from './scratch-workspace.ts';
