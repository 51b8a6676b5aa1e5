import { vi } from 'vitest';

/** For `beforeEach`: the trees are over this workspace and are never written, and what is printed is kept from the screen. */
export function quietTrees(): () => void {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  vi.stubEnv('NX_DRY_RUN', 'true');
  return () => {
    log.mockRestore();
    vi.unstubAllEnvs();
  };
}
