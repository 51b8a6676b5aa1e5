import { quote, type StateCheck } from './state-check.ts';

export const workingDirectory: StateCheck = () => {
  const before = process.cwd();
  return () => {
    const now = process.cwd();
    if (now === before) return [];
    process.chdir(before);
    return [
      {
        what: `left the working directory at ${quote(now)}`,
        fix: `Go back to ${quote(before)}, or better: pass the directory as a parameter instead of calling \`process.chdir\`.`,
      },
    ];
  };
};
