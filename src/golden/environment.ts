/** The environment that goldens are recorded and compared in: the same on every machine. */

/** Variables that change what a Python prints, or how fast Node starts. */
const DROPPED =
  /^(?:PYTHON.*|NODE_EXTRA_CA_CERTS|NODE_OPTIONS|FORCE_COLOR|NO_COLOR|CLICOLOR.*|COLUMNS|LINES|LC_.*|LANGUAGE)$/;

const FIXED: Readonly<Record<string, string>> = { LANG: 'C.UTF-8', TZ: 'UTC', TERM: 'dumb' };

/** A copy of `env` without what would change the output, with a fixed language, time zone and terminal. */
export function cleanEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !DROPPED.test(name)) clean[name] = value;
  }
  return { ...clean, ...FIXED };
}
