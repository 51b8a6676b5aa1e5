import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    libraries: { type: 'string' },
    runs: { type: 'string' },
    first: { type: 'string' },
    path: { type: 'string' },
    components: { type: 'string' },
    seed: { type: 'string' },
    edits: { type: 'string' },
    reduced: { type: 'boolean' },
    projects: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const [name] = positionals;
const benchmark = benchmarks.find((candidate) => candidate.name === name);

if (benchmark === undefined || values.help) {
  if (name !== undefined && benchmark === undefined)
    console.error(`There is no benchmark ${JSON.stringify(name)}. Expected one of these:\n`);
  console.log('npm run bench -- <name> [options]\n');
  for (const { name: known, summary } of benchmarks) console.log(`  ${known.padEnd(10)} ${summary}`);
  process.exitCode = values.help || name === undefined ? 0 : 1;
} else {
  const { run } = await benchmark.load();
  await run(values);
}
