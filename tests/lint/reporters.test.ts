import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../src/findings/finding.ts';
import { displayPaths, repositoryPaths } from '../../src/lint/display-path.ts';
import type { ReportOptions } from '../../src/lint/reporter.ts';
import { REPORTERS } from '../../src/lint/reporters.ts';
import { githubReporter } from '../../src/lint/reporters/github.ts';
import { gitlabIssues, gitlabReporter } from '../../src/lint/reporters/gitlab.ts';
import { jsonReporter } from '../../src/lint/reporters/json.ts';
import { markdownReporter } from '../../src/lint/reporters/markdown.ts';
import { sarifLog, sarifReporter } from '../../src/lint/reporters/sarif.ts';
import { textReporter } from '../../src/lint/reporters/text.ts';
import { sarifProblems } from './sarif-problems.ts';

const range = { line: 12, column: 5, endLine: 12, endColumn: 21 };
const FINDINGS: Finding[] = [
  {
    rule: 'mapping/revoked',
    severity: 'warning',
    message: 'Unexpected revoked technique `T1086`',
    hint: 'Write `T1059.001` instead.',
    source: 'team',
    path: 'detections/a.yml',
    range,
    item: 'team/a',
    fix: { range, text: 'attack.t1059.001' },
  },
  {
    rule: 'mapping/unknown',
    severity: 'error',
    message: 'Unexpected technique `T9999`',
    source: 'team',
    path: 'detections/a.yml',
    range: { ...range, line: 3, endLine: 3 },
  },
  {
    rule: 'file/unreadable',
    severity: 'error',
    message: 'Unexpected bytes `\u001b[2J\u202e`\nin a text file',
    source: 'sigmahq',
    path: 'rules/b\u0007.yml',
  },
  {
    rule: 'mapping/none',
    severity: 'note',
    message: 'Maps to nothing',
    source: 'sigmahq',
    path: 'rules/c.yml',
    range,
  },
];

/** What content of somebody else may hold. */
const HOSTILE: Finding[] = [
  {
    rule: 'mapping/malformed',
    severity: 'error',
    message: 'Unexpected `a|b`, @everyone <img src=x> closes #1\n::error::done `c`',
    hint: '::stop-commands::x',
    source: 'team',
    path: '::error file=x,line=1::| a%.yml',
  },
];

const spec = { role: 'deployed', include: [], exclude: [], maxBytes: 1, own: true } as const;
const sources = [
  { spec: { ...spec, include: [], exclude: [], name: 'team', path: '/repo/content' } },
  { spec: { ...spec, include: [], exclude: [], name: 'sigmahq', git: 'https://git.example/sigma.git' } },
];

const options: ReportOptions = {
  color: false,
  pathOf: displayPaths(sources, '/repo'),
  fileOf: repositoryPaths(sources, '/repo', '/repo'),
  version: '1.2.3',
};

const urlOf = (rule: string): string => `https://soc.example.org/docs/lint-rules/#${rule.replace('/', '-')}`;

/** As many findings of a severity as asked for, each of its own. */
function many(severity: Severity, count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: 'mapping/none',
    severity,
    message: `Finding ${index + 1}`,
    source: 'team',
    path: `detections/${index + 1}.yml`,
  }));
}

test('every way to report has its own name, and text is the default', () => {
  expect(REPORTERS.map(({ id }) => id)).toEqual(['text', 'json', 'sarif', 'github', 'gitlab', 'markdown']);
});

test.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))(
  '%s ends in one line feed, with findings and without, and lets no control character through',
  (_, reporter) => {
    for (const findings of [FINDINGS, HOSTILE, []]) {
      const text = reporter.report(findings, options);
      expect(text).toMatch(/[^\n]\n$/);
      // JSON writes them as escapes.
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }
  },
);

describe('text', () => {
  test('the report, whole', () => {
    expect(textReporter.report(FINDINGS, options)).toMatchInlineSnapshot(`
      "content/detections/a.yml
        12:5  warning  Unexpected revoked technique \`T1086\`  mapping/revoked
                       Write \`T1059.001\` instead.
         3:5  error    Unexpected technique \`T9999\`  mapping/unknown

      sigmahq:rules/b\\u{7}.yml
          error    Unexpected bytes \`\\u{1b}[2J\\u{202e}\`\\u{a}in a text file  file/unreadable

      sigmahq:rules/c.yml
        12:5  note     Maps to nothing  mapping/none

      4 findings: 2 errors, 1 warning, 1 note
      "
    `);
  });

  test('colours add nothing but colours', () => {
    const colored = textReporter.report(FINDINGS, { ...options, color: true });
    expect(colored).toContain('\u001b[31merror');
    expect(stripVTControlCharacters(colored)).toBe(textReporter.report(FINDINGS, options));
  });

  test('no findings are one line', () => {
    expect(textReporter.report([], options)).toBe('No findings\n');
  });

  test('in the log of a workflow no line of it is a command', () => {
    for (const line of textReporter.report(HOSTILE, options).split('\n')) {
      expect(line.trimStart()).not.toMatch(/^::/);
    }
  });
});

describe('JSON', () => {
  test('the report, whole', () => {
    expect(jsonReporter.report(FINDINGS.slice(0, 1), options)).toMatchInlineSnapshot(`
      "{
        "schemaVersion": 1,
        "findings": [
          {
            "rule": "mapping/revoked",
            "severity": "warning",
            "source": "team",
            "path": "detections/a.yml",
            "range": {
              "line": 12,
              "column": 5,
              "endLine": 12,
              "endColumn": 21
            },
            "message": "Unexpected revoked technique \`T1086\`",
            "hint": "Write \`T1059.001\` instead.",
            "fix": {
              "range": {
                "line": 12,
                "column": 5,
                "endLine": 12,
                "endColumn": 21
              },
              "text": "attack.t1059.001"
            },
            "item": "team/a"
          }
        ],
        "summary": {
          "error": 0,
          "warning": 1,
          "note": 0
        }
      }
      "
    `);
  });

  test('equal findings are equal bytes, whatever order their keys were set in', () => {
    const reversed = FINDINGS.map(
      (finding) => Object.fromEntries(Object.entries(finding).reverse()) as unknown as Finding,
    );
    expect(jsonReporter.report(reversed, options)).toBe(jsonReporter.report(FINDINGS, options));
  });
});

describe('SARIF', () => {
  test('the report, whole', () => {
    expect(sarifReporter.report(FINDINGS, { ...options, urlOf })).toMatchInlineSnapshot(`
      "{
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
          {
            "tool": {
              "driver": {
                "name": "Coverbook",
                "semanticVersion": "1.2.3",
                "rules": [
                  {
                    "id": "file/unreadable",
                    "shortDescription": {
                      "text": "A file is not text in a known encoding."
                    },
                    "help": {
                      "text": "Save it as UTF-8, or exclude it from the source."
                    },
                    "defaultConfiguration": {
                      "level": "error"
                    },
                    "helpUri": "https://soc.example.org/docs/lint-rules/#file-unreadable",
                    "properties": {
                      "tags": [
                        "file"
                      ]
                    }
                  },
                  {
                    "id": "mapping/none",
                    "shortDescription": {
                      "text": "An item has no ATT&CK mapping at all, and so stands on no technique page and in no layer."
                    },
                    "help": {
                      "text": "Map it to the techniques it finds."
                    },
                    "defaultConfiguration": {
                      "level": "note"
                    },
                    "helpUri": "https://soc.example.org/docs/lint-rules/#mapping-none",
                    "properties": {
                      "tags": [
                        "mapping"
                      ]
                    }
                  },
                  {
                    "id": "mapping/revoked",
                    "shortDescription": {
                      "text": "An item is mapped to a technique id that ATT&CK has replaced; it counts for the successor."
                    },
                    "help": {
                      "text": "Write the successor’s id."
                    },
                    "defaultConfiguration": {
                      "level": "warning"
                    },
                    "helpUri": "https://soc.example.org/docs/lint-rules/#mapping-revoked",
                    "properties": {
                      "tags": [
                        "mapping"
                      ]
                    }
                  },
                  {
                    "id": "mapping/unknown",
                    "shortDescription": {
                      "text": "An item is mapped to a technique id the loaded ATT&CK version does not know."
                    },
                    "help": {
                      "text": "Look the id up, or load a newer ATT&CK version with \`attack.bundles\`."
                    },
                    "defaultConfiguration": {
                      "level": "error"
                    },
                    "helpUri": "https://soc.example.org/docs/lint-rules/#mapping-unknown",
                    "properties": {
                      "tags": [
                        "mapping"
                      ]
                    }
                  }
                ]
              }
            },
            "columnKind": "utf16CodeUnits",
            "originalUriBaseIds": {
              "%SRCROOT%": {
                "description": {
                  "text": "The root of the repository."
                }
              }
            },
            "results": [
              {
                "ruleId": "mapping/unknown",
                "ruleIndex": 3,
                "level": "error",
                "message": {
                  "text": "Unexpected technique \`T9999\`"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "content/detections/a.yml",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 3,
                        "startColumn": 5,
                        "endLine": 3,
                        "endColumn": 21
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "primaryLocationLineHash": "ca13ce3c14ce61b3:1"
                }
              },
              {
                "ruleId": "file/unreadable",
                "ruleIndex": 0,
                "level": "error",
                "message": {
                  "text": "Unexpected bytes \`\\\\u{1b}[2J\\\\u{202e}\`\\\\u{a}in a text file"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "sigmahq/rules/b%07.yml",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 1
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "primaryLocationLineHash": "9ff8a3803072ae9c:1"
                }
              },
              {
                "ruleId": "mapping/revoked",
                "ruleIndex": 2,
                "level": "warning",
                "message": {
                  "text": "Unexpected revoked technique \`T1086\`. Write \`T1059.001\` instead."
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "content/detections/a.yml",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 12,
                        "startColumn": 5,
                        "endLine": 12,
                        "endColumn": 21
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "primaryLocationLineHash": "817ea46c48f53804:1"
                },
                "fixes": [
                  {
                    "description": {
                      "text": "Write attack.t1059.001"
                    },
                    "artifactChanges": [
                      {
                        "artifactLocation": {
                          "uri": "content/detections/a.yml",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "replacements": [
                          {
                            "deletedRegion": {
                              "startLine": 12,
                              "startColumn": 5,
                              "endLine": 12,
                              "endColumn": 21
                            },
                            "insertedContent": {
                              "text": "attack.t1059.001"
                            }
                          }
                        ]
                      }
                    ]
                  }
                ]
              },
              {
                "ruleId": "mapping/none",
                "ruleIndex": 1,
                "level": "note",
                "message": {
                  "text": "Maps to nothing"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "sigmahq/rules/c.yml",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 12,
                        "startColumn": 5,
                        "endLine": 12,
                        "endColumn": 21
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "primaryLocationLineHash": "df18a174cb325e58:1"
                }
              }
            ]
          }
        ]
      }
      "
    `);
  });

  test.each([
    ['findings', FINDINGS],
    ['hostile findings', HOSTILE],
    ['nothing', []],
  ])('%s have all that GitHub asks for', (_, findings) => {
    expect(sarifProblems(sarifLog(findings, options))).toEqual([]);
  });

  test('the checks of this test see what is missing', () => {
    const log = JSON.parse(
      JSON.stringify(sarifLog(FINDINGS, options)).replace('"Coverbook"', '""'),
    ) as object;
    expect(sarifProblems(log)).toEqual(['/runs/0/tool/driver/name must NOT have fewer than 1 characters']);
  });

  test('of more results than GitHub takes the gravest are kept', () => {
    const { runs } = sarifLog([...many('note', 25_000), ...many('error', 1)], options);
    expect(runs[0]?.results).toHaveLength(25_000);
    expect(runs[0]?.results?.[0]?.level).toBe('error');
  });
});

describe('GitHub', () => {
  test('the report, whole', () => {
    expect(githubReporter.report(FINDINGS, options)).toMatchInlineSnapshot(`
      "::error title=mapping/unknown,file=content/detections/a.yml,line=3,endLine=3,col=5,endColumn=21::Unexpected technique \`T9999\`
      ::error title=file/unreadable::sigmahq:rules/b\\u{7}.yml: Unexpected bytes \`\\u{1b}[2J\\u{202e}\`\\u{a}in a text file
      ::warning title=mapping/revoked,file=content/detections/a.yml,line=12,endLine=12,col=5,endColumn=21::Unexpected revoked technique \`T1086\`. Write \`T1059.001\` instead.
      ::notice title=mapping/none::sigmahq:rules/c.yml: Maps to nothing
      4 findings: 2 errors, 1 warning, 1 note
      "
    `);
  });

  test('nothing that is quoted begins a command or adds a property', () => {
    const [command, ...rest] = githubReporter.report(HOSTILE, options).trimEnd().split('\n');
    expect(command).toMatchInlineSnapshot(
      `"::error title=mapping/malformed,file=content/%3A%3Aerror file=x%2Cline=1%3A%3A| a%25.yml::Unexpected \`a|b\`, @everyone <img src=x> closes #1\\u{a}::error::done \`c\`. ::stop-commands::x"`,
    );
    expect(rest).toEqual(['1 finding: 1 error']);
  });

  test('no more than ten of a kind are shown, gravest first, and the others are counted', () => {
    const lines = githubReporter
      .report([...many('note', 12), ...many('error', 11), ...many('warning', 2)], options)
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(2).fill('warning'),
      ...Array<string>(10).fill('notice'),
      undefined,
      undefined,
    ]);
    expect(lines.slice(-2)).toEqual([
      '3 findings more: `coverbook lint` prints them all.',
      '25 findings: 11 errors, 2 warnings, 12 notes',
    ]);
  });

  test('what spans lines has no columns, which GitHub would refuse', () => {
    const spanning = { ...FINDINGS[1]!, range: { ...range, endLine: 14 } };
    expect(githubReporter.report([spanning], options)).toContain(',line=12,endLine=14::');
  });
});

describe('GitLab', () => {
  test('the report, whole', () => {
    expect(gitlabReporter.report(FINDINGS, options)).toMatchInlineSnapshot(`
      "[
        {
          "description": "Unexpected revoked technique \`T1086\`. Write \`T1059.001\` instead.",
          "check_name": "mapping/revoked",
          "fingerprint": "817ea46c48f53804",
          "severity": "minor",
          "location": {
            "path": "content/detections/a.yml",
            "lines": {
              "begin": 12
            }
          }
        },
        {
          "description": "Unexpected technique \`T9999\`",
          "check_name": "mapping/unknown",
          "fingerprint": "ca13ce3c14ce61b3",
          "severity": "major",
          "location": {
            "path": "content/detections/a.yml",
            "lines": {
              "begin": 3
            }
          }
        },
        {
          "description": "Unexpected bytes \`\\\\u{1b}[2J\\\\u{202e}\`\\\\u{a}in a text file",
          "check_name": "file/unreadable",
          "fingerprint": "9ff8a3803072ae9c",
          "severity": "major",
          "location": {
            "path": "sigmahq/rules/b\\u0007.yml",
            "lines": {
              "begin": 1
            }
          }
        },
        {
          "description": "Maps to nothing",
          "check_name": "mapping/none",
          "fingerprint": "df18a174cb325e58",
          "severity": "info",
          "location": {
            "path": "sigmahq/rules/c.yml",
            "lines": {
              "begin": 12
            }
          }
        }
      ]
      "
    `);
  });

  test('no findings are an empty list', () => {
    expect(gitlabReporter.report([], options)).toBe('[]\n');
  });

  test('a line that moves does not make a finding a new one, and no two are the same', () => {
    const moved = FINDINGS.map((finding) => ({ ...finding, range: { ...range, line: 99, endLine: 99 } }));
    const ids = gitlabIssues(FINDINGS, options).map(({ fingerprint }) => fingerprint);
    expect(gitlabIssues(moved, options).map(({ fingerprint }) => fingerprint)).toEqual(ids);
    expect(new Set(ids).size).toBe(FINDINGS.length);
  });
});

describe('Markdown', () => {
  test('the report, whole', () => {
    expect(markdownReporter.report(FINDINGS, { ...options, urlOf })).toMatchInlineSnapshot(`
      "## 4 findings: 2 errors, 1 warning, 1 note

      | Severity | Where | Finding | Rule |
      | --- | --- | --- | --- |
      | error | \`content/detections/a.yml:3\` | Unexpected technique \`T9999\` | [\`mapping/unknown\`](https://soc.example.org/docs/lint-rules/#mapping-unknown) |
      | error | <code>sigmahq:rules/b\\\\u{7}.yml</code> | Unexpected bytes <code>\\\\u{1b}\\[2J\\\\u{202e}</code> in a text file | [\`file/unreadable\`](https://soc.example.org/docs/lint-rules/#file-unreadable) |
      | warning | \`content/detections/a.yml:12\` | Unexpected revoked technique \`T1086\`<br>Write \`T1059.001\` instead. | [\`mapping/revoked\`](https://soc.example.org/docs/lint-rules/#mapping-revoked) |
      | note | \`sigmahq:rules/c.yml:12\` | Maps to nothing | [\`mapping/none\`](https://soc.example.org/docs/lint-rules/#mapping-none) |
      "
    `);
  });

  test('nothing that is quoted is markup', () => {
    expect(markdownReporter.report(HOSTILE, options)).toMatchInlineSnapshot(`
      "## 1 finding: 1 error

      | Severity | Where | Finding | Rule |
      | --- | --- | --- | --- |
      | error | <code>content/\\::error file=x,line=1\\::&#124; a%.yml</code> | Unexpected <code>a&#124;b</code>, @&#8203;everyone &lt;img src=x&gt; closes \\#&#8203;1 \\::error\\::done \`c\`<br>\\::stop-commands\\::x | \`mapping/malformed\` |
      "
    `);
  });

  test('a report is short enough for a comment and says what it leaves out', () => {
    const report = markdownReporter.report([...many('note', 2_000), ...many('error', 3)], options);
    expect(report.length).toBeLessThanOrEqual(60_000);
    expect(report.length).toBeGreaterThan(59_000);
    const rows = report.split('\n').filter((line) => /^\| (?:error|note) /.test(line));
    expect(rows.slice(0, 4).map((row) => row.slice(2, 7).trim())).toEqual([
      'error',
      'error',
      'error',
      'note',
    ]);
    expect(report).toContain(`\n\nAnd ${2_003 - rows.length} findings more: `);
  });
});

describe('paths', () => {
  test('a file of a folder outside the working directory is named by the way to it', () => {
    const elsewhere = [{ spec: { ...sources[0]!.spec, path: '/elsewhere' } }];
    expect(displayPaths(elsewhere, '/repo/sub')({ source: 'team', path: 'a.yml' })).toBe(
      '../../elsewhere/a.yml',
    );
  });

  test('in the repository are files of its folders, of itself at a ref, and the config; no others', () => {
    const all = [
      ...sources,
      { spec: { ...spec, include: [], exclude: [], name: 'self', git: '/repo' } },
      { spec: { ...spec, include: [], exclude: [], name: 'outside', path: '/elsewhere' } },
    ];
    const fileOf = repositoryPaths(all, '/repo', '/repo/sub');
    const found = ['team', 'self', '(config)', 'outside', 'sigmahq'].map((source) =>
      fileOf({ source, path: 'a.yml' }),
    );
    expect(found).toEqual(['content/a.yml', 'a.yml', 'sub/a.yml', undefined, undefined]);
  });
});
