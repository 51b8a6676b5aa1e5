export { shareModulesBelow } from '../../worker/kit-folders.ts';
export { RecordingRunner } from './recording-runner.ts';
