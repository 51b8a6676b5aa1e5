import { workspaceRoot } from '../workspace-root.ts';
import { coverageCommand } from './coverage-command.ts';

process.exitCode = await coverageCommand(workspaceRoot, process.argv.slice(2));
