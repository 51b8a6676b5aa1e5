export { shareModulesBelow } from '../../modules/shared-files.ts';
export { RecordingRunner } from './recording-runner.ts';
