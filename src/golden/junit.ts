/** The results as JUnit XML, the form that CI servers read. */
import type { Result } from './suite.js';

/** One `<testsuite>` for each area (the folder that the cases lie in). Times are in seconds. */
export function junitXml(results: readonly Result[]): string {
  const areas = new Map<string, Result[]>();
  for (const result of results) areas.set(areaOf(result), [...(areas.get(areaOf(result)) ?? []), result]);
  const suites = [...areas].flatMap(([area, cases]) => [
    `  <testsuite name="${escapeXml(area)}" ${counts(cases)}>`,
    ...cases.flatMap((result) => testCase(result, area)),
    '  </testsuite>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts(results)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function areaOf({ name }: Result): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : 'cases';
}

function counts(results: readonly Result[]): string {
  const count = (wanted: Result['status']): number => results.filter(({ status }) => status === wanted).length;
  const timeMs = results.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return `tests="${results.length}" failures="${count('failed')}" errors="${count('error')}" time="${seconds(timeMs)}"`;
}

function testCase(result: Result, area: string): string[] {
  const name = result.name.slice(result.name.lastIndexOf('/') + 1);
  const open = `    <testcase classname="${escapeXml(area)}" name="${escapeXml(name)}" time="${seconds(result.durationMs)}"`;
  if (result.status === 'passed' || result.status === 'written') return [`${open}/>`];
  const tag = result.status === 'failed' ? 'failure' : 'error';
  const message = result.complaints.map(({ title }) => title).join('; ');
  const body = result.complaints.flatMap(({ title, details }) => [title, ...details]).join('\n');
  return [`${open}>`, `      <${tag} message="${escapeXml(message)}">${escapeXml(body)}</${tag}>`, '    </testcase>'];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes for text and attributes; control characters, which XML 1.0 has no way to write, become `?`. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
