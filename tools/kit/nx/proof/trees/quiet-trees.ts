import { vi } from 'vitest';

/** For `beforeEach`: trees over this workspace are never written, and console output is suppressed. */
export function quietTrees(): () => void {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  vi.stubEnv('NX_DRY_RUN', 'true');
  return () => {
    log.mockRestore();
    vi.unstubAllEnvs();
  };
}
