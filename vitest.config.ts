import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/build.ts'],
    testTimeout: 20_000,
    // Processes on a machine with other work to do: what fails once for lack of time is tried again.
    retry: 2,
  },
});
