import { expect, test } from 'vitest';
import { fakeSettings } from './fake-settings.ts';

test('settings can be read, changed and reset', () => {
  const settings = fakeSettings({ port: 80, mail: { from: 'a@x.test' } });
  settings.set({ port: 81 });
  expect(settings.values).toEqual({ port: 81, mail: { from: 'a@x.test' } });
  expect({ ...settings.values }.port).toBe(81);
  settings.reset();
  expect(settings.values.port).toBe(80);
});

test('reading, changing or writing an unknown setting throws', () => {
  const settings = fakeSettings({ port: 80, host: 'x' });
  const loose = settings.values as Record<string, unknown>;
  expect(() => loose['prot']).toThrow('Unknown setting "prot". The settings are: port, host.');
  expect(() => settings.set({ prot: 1 } as never)).toThrow('Unknown setting "prot"');
  expect(() => void (loose['port'] = 1)).toThrow(
    'The setting "port" is read-only here. Change it with set({ port: … }).',
  );
});
