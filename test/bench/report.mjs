/** docs/performance.md from one run of the benchmark. */

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

function familyTable(results, family, runners, startUp) {
  const head = [
    'program',
    ...runners.flatMap((name) => [`${name} ms`, ...(name === runners[0] ? [] : ['ratio']), 'MB']),
  ];
  const rows = results.map(({ name, figures, same }) => [
    `\`${name}\`${same ? '' : ' (output differs)'}`,
    ...figures.flatMap((figure, i) => [
      figure.wallMs.toFixed(0),
      ...(i === 0 ? [] : [figure.ratio.toFixed(2)]),
      figure.peakMb.toFixed(0),
    ]),
  ]);
  const means = runners.slice(1).map((runner) => {
    const of = (filter) =>
      mean(results.filter(filter).map(({ figures }) => figures.find(({ name }) => name === runner).ratio));
    const whole = `${runner} ${of(() => true).toFixed(2)}`;
    const hasStartUp = results.some(({ name }) => startUp.has(name));
    return hasStartUp
      ? `${whole} (${of(({ name }) => !startUp.has(name)).toFixed(2)} without the programs that only start)`
      : whole;
  });
  return [
    `## ${TITLES[family] ?? family}`,
    '',
    ...table(head, rows),
    '',
    `Geometric means of the ratios: ${means.join(', ')}.`,
    '',
  ];
}

function growthTable(growth) {
  const rows = growth.map(({ name, args, figures }) => {
    const { wallMs, cpuMs, peakMb } = figures.at(-1);
    return [`\`${name}\``, args[0], wallMs.toFixed(0), cpuMs.toFixed(0), peakMb.toFixed(0)];
  });
  return ['## Growth', '', ...table(['program', 'size', 'ms', 'processor ms', 'MB'], rows), ''];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)];
}

function mean(ratios) {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}
