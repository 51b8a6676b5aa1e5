/** Loaded by `--require` into the Node processes and threads that tests start. */
import fs from 'node:fs';
import { observeProcess } from '../hooks/observe-process.ts';
import { addObserver } from '../hooks/observers.ts';
import { addKitFolder } from '../../worker/kit-folders.ts';
import { ProgramRecorder } from './program-recorder.ts';
import { type ReportTarget, targetsOfThisProgram } from '../hooks/report-target.ts';

const targets = targetsOfThisProgram();
for (const target of targets) report(target);
if (targets.length > 0) observeProcess();

function report(target: ReportTarget): void {
  for (const kit of target.kits) addKitFolder(kit);
  try {
    // Opens the report without creating it: if it does not exist, it will not be read any more.
    const file = fs.openSync(target.report, fs.constants.O_WRONLY | fs.constants.O_APPEND);
    addObserver(new ProgramRecorder(target, file));
  } catch {
    // The report will not be read any more.
  }
}
