/** docs/performance.md from one run of the benchmark. */

/** The runner that has a program of its own for each program, where there is one: the same work by hand. */
export const LIMIT = 'limit';

/** @param report what run.mjs measured; @param startUp programs that only start. */
export function performancePage(report, startUp) {
  const { machine, runners, node, results, growth } = report;
  const families = [...new Set(results.map(({ family }) => family))];
  return [
    '# Performance',
    '',
    `Written by \`npm run bench -- --docs\` on ${machine}: wall clock (the median of the runs), its ratio to ${runners[0]}, and the most`,
    'memory that the whole tree of processes held. A ratio below 1 is faster. Node alone, doing nothing, takes',
    `${node.toFixed(0)} ms here.`,
    '',
    ...(runners.includes(LIMIT) ? aboutLimit(compared(runners)) : []),
    ...families.flatMap((family) =>
      familyTable(
        results.filter((each) => each.family === family),
        family,
        runners,
        startUp,
      ),
    ),
    ...(growth.length > 0 ? growthTable(growth) : []),
  ].join('\n');
}

const TITLES = { cpu: 'Computing in pools of two', mp: 'The mechanisms of multiprocessing, and start-up' };

/** The last runner, this build as a rule, is set beside the limit. */
function compared(runners) {
  return runners.filter((name) => name !== LIMIT).at(-1);
}

function aboutLimit(name) {
  return [
    'The limit is what Node itself can do: the same work, with the same output, written by hand in JavaScript over worker threads',
    `and shared memory (\`test/bench/limit/\`). ${name}/limit says how many times longer ${name} takes.`,
    '',
  ];
}

function familyTable(results, family, runners, startUp) {
  const others = runners.filter((name) => name !== LIMIT);
  const limited = others.length < runners.length;
  const last = compared(runners);
  const head = ['program', ...others.flatMap((name, i) => [`${name} ms`, ...(i === 0 ? [] : ['ratio']), 'MB'])];
  const rows = results.map(({ name, figures, same }) => [
    `\`${name}\`${same ? '' : ' (output differs)'}`,
    ...others.flatMap((runner, i) => {
      const { wallMs, ratio, peakMb } = figureOf(figures, runner);
      return [wallMs.toFixed(0), ...(i === 0 ? [] : [ratio.toFixed(2)]), peakMb.toFixed(0)];
    }),
    ...(limited ? limitCells(figures, last) : []),
  ]);
  const means = others
    .slice(1)
    .map((runner) => `${runner} ${meanText(results, startUp, (figures) => figureOf(figures, runner).ratio)}`);
  if (results.some(({ figures }) => figureOf(figures, LIMIT))) {
    means.push(`${last}/limit ${meanText(results, startUp, (figures) => figureOf(figures, last).toLimit)}`);
  }
  return [
    `## ${TITLES[family] ?? family}`,
    '',
    ...table([...head, ...(limited ? ['limit ms', `${last}/limit`] : [])], rows),
    '',
    `Geometric means of the ratios: ${means.join(', ')}.`,
    '',
  ];
}

/** Empty where nobody has written the program by hand. */
function limitCells(figures, last) {
  const limit = figureOf(figures, LIMIT);
  return limit ? [limit.wallMs.toFixed(0), figureOf(figures, last).toLimit.toFixed(2)] : ['', ''];
}

function figureOf(figures, runner) {
  return figures.find(({ name }) => name === runner);
}

/** The mean of one ratio over the results that have it, and over those that do more than start. */
function meanText(results, startUp, ratioOf) {
  const rated = results
    .map(({ name, figures }) => ({ name, ratio: ratioOf(figures) }))
    .filter(({ ratio }) => ratio !== undefined);
  const working = rated.filter(({ name }) => !startUp.has(name));
  const mean = (some) => geometricMean(some.map(({ ratio }) => ratio)).toFixed(2);
  return working.length === 0 || working.length === rated.length
    ? mean(rated)
    : `${mean(rated)} (${mean(working)} without the programs that only start)`;
}

function growthTable(growth) {
  const rows = growth.map(({ name, args, figures }) => {
    const { wallMs, cpuMs, peakMb } = figures.filter((figure) => figure.name !== LIMIT).at(-1);
    return [`\`${name}\``, args[0], wallMs.toFixed(0), cpuMs.toFixed(0), peakMb.toFixed(0)];
  });
  return ['## Growth', '', ...table(['program', 'size', 'ms', 'processor ms', 'MB'], rows), ''];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)];
}

export function geometricMean(ratios) {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}
