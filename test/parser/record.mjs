/**
 * Records anew what CPython makes of the sources in test/parser/recorded.
 *
 * Usage: node test/parser/record.mjs PYTHON3.13 PYTHON2.7
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const RECORDER = `
# coding: utf-8
import ast, json, sys
three = sys.version_info[0] == 3
records = json.loads(sys.stdin.read())
def attempt(source):
    cookie = not three and any(ord(character) > 127 for character in source)
    if not three:
        source = ('# coding: utf-8\\n' * cookie + source).encode('utf-8')
    try:
        if sys.argv[1] == 'errors':
            compile(source, '<string>', 'exec', 0, True)
            return {}
        tree = ast.parse(source)
        return {'dump': ast.dump(tree, indent=1) if three else ast.dump(tree)}
    except SyntaxError as error:
        place = [error.lineno, error.offset or 0]
        if three:
            place += [error.end_lineno, error.end_offset or 0]
        place[0] -= cookie
        return {'error': [type(error).__name__, error.msg] + place}
for record in records:
    source = record['source']
    record.clear()
    record['source'] = source
    record.update(attempt(source))
sys.stdout.write(json.dumps(records))
`;

const [python3, python2] = process.argv.slice(2);

function record(python, name, kind) {
  const file = new URL(`./recorded/${name}.json`, import.meta.url);
  const output = execFileSync(python, ['-W', 'ignore', '-c', RECORDER, kind], {
    input: readFileSync(file),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const lines = JSON.parse(output).map((entry) => JSON.stringify(entry));
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}

if (python3) {
  record(python3, 'dumps3', 'dumps');
  record(python3, 'errors3', 'errors');
}
if (python2) {
  record(python2, 'dumps2', 'dumps');
  record(python2, 'errors2', 'errors');
}
