export { RecordingRunner } from './recording-runner.ts';
