import { expect, test } from 'vitest';
import type { Detection } from '../../src/detections/detection.ts';
import { queryParts } from '../../src/review/rules/query-parts.ts';

function parts(language: string, query: string, format: Detection['format'] = 'sigma') {
  return queryParts({ language, query, format } as Detection);
}

const sigma = (lines: string): ReturnType<typeof parts> => parts('sigma', `detection:\n${lines}`);

test('what a Sigma rule leaves out stands on its own, a value each', () => {
  const found = sigma(`  selection: { Image: x }
  filter_main_a: { ParentImage|endswith: ['\\a.exe', '\\b.exe'] }
  filter_optional_b: { User: SYSTEM, Host|startswith: srv }
  condition: selection and not 1 of filter_main_* and not filter_optional_b
`);
  expect(found?.exclusions).toEqual([
    "ParentImage ends with '\\a.exe'",
    "ParentImage ends with '\\b.exe'",
    "Host starts with 'srv' and User is 'SYSTEM'",
  ]);
  expect(found?.logic).toBe("Image is 'x'");
  expect(found?.opaque).toBe(false);
});

test('the order of values, of fields and of alternatives, comments and layout are no other logic', () => {
  const one = sigma(`  a: { Image: [x, y], User: z }
  b: { Host: w }
  condition: a or b
`);
  const other = sigma(`  b:
    Host: w # here
  a:
    User: z
    Image:
      - y
      - x
  condition: b or a
`);
  expect(other?.logic).toBe(one?.logic);
});

test('and is not or, and a field is not another', () => {
  const logic = (condition: string, field = 'Host'): string | undefined =>
    sigma(`  a: { Image: x }\n  b: { ${field}: w }\n  condition: ${condition}\n`)?.logic;
  expect(logic('a and b')).not.toBe(logic('a or b'));
  expect(logic('a and b')).not.toBe(logic('a and b', 'Hash'));
});

test('an exclusion with an exception of its own says so', () => {
  expect(
    sigma(
      '  a: { Image: x }\n  f: { User: SYSTEM }\n  g: { Host: srv }\n  condition: a and not (f and not g)\n',
    )?.exclusions,
  ).toEqual(["User is 'SYSTEM' unless Host is 'srv'"]);
});

test('other languages are taken apart as well', () => {
  expect(
    parts('eql', 'process where process.name == "a.exe" and not user.name in ("x", "y")', 'elastic')
      ?.exclusions,
  ).toEqual(["user.name is 'x'", "user.name is 'y'"]);
  expect(parts('kuery', 'event.action:start and not host.name:srv*', 'elastic')?.exclusions).toHaveLength(1);
});

test('a correlation, a damaged query and an unknown language are not taken apart', () => {
  expect(parts('sigma', 'correlation:\n  type: event_count\n', 'sigma-correlation')).toBeUndefined();
  expect(parts('sigma', 'detection: {', 'sigma')).toBeUndefined();
  expect(parts('sigma', 'detection: [1, 2]', 'sigma')).toBeUndefined();
  expect(parts('python', 'return True', 'panther')).toBeUndefined();
});
