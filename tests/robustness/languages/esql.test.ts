import { expect, test } from 'vitest';
import { parseEsql } from '../../../src/robustness/languages/esql.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseEsql(query))).toBe(expected(tree));
};

test('`from` says where to look, and every `where` is needed', () => {
  check(
    'FROM logs-a*, logs-b metadata _id | WHERE a == "x" AND b LIKE "y*" | keep a | where not c rlike "z.*"',
    `
    all
      index equals logs-a* | logs-b
      a equals x
      b equals y*
      not
        c matches z.*`,
  );
});

test('lists, nulls, casts and functions are the conditions they stand for', () => {
  check(
    `from i | where a not in ("x", "y") and b is not null and c is null and d::string == "z" and to_lower(e) == "q"
      and starts_with(f, "r") and cidr_match(g, "10.0.0.0/8", "172.16.0.0/12") and length(h) > 9 and k : "w"`,
    `
    all
      index equals i
      not
        a equals x | y
      b exists
      not
        c exists
      d equals z
      e equals q
      f startswith r
      g in-network 10.0.0.0/8 | 172.16.0.0/12
      h greater-or-less 9
      k contains w`,
  );
});

test('a query in Kibana’s or Lucene’s language is read as such', () => {
  check(
    'from i | where KQL("""a:(x or y)""") and QSTR("b:z")',
    'all\n  index equals i\n  a equals x | y\n  b equals z',
  );
});

test('a column that passes a field on stands for it', () => {
  check(
    `from i | eval low = to_lower(a), part = substring(b, 0, 3) | rename c as d | grok e """%{WORD:word} (?<rest>.*)"""
     | where low == "x" and part == "abc" and d == "y" and word == "w" and rest == "r"`,
    `
    all
      index equals i
      a equals x
      b equals abc
      c equals y
      e equals w
      e equals r`,
  );
});

test('a column that counts is a threshold', () => {
  check(
    'from i | stats n = count(*), m = count_distinct(a) by b | where n > 5 and m / n >= 0.5 and b == "x"',
    `
    all
      index equals i
      count greater-or-less 5
      count greater-or-less 0.5
      b equals x`,
  );
});

test('any other computed column is opaque where it is asked for', () => {
  check(
    `from i | eval kind = case(a == "x", 1, 0) | completion verdict = prompt with { "id": "m" } | stats n = count(*) where a == "y" by b
     | where kind == 1 and verdict == "TP" and n > 3 and b == "z"`,
    `
    all
      index equals i
      opaque: what \`case\` gives
      opaque: what a language model answers
      opaque: the column \`n\` the query computes
      b equals z`,
  );
});

test('times with units and two fields are read to their ends', () => {
  check(
    'from i | where @timestamp > now() - 7 days and a != b and c == "x"',
    `
    all
      index equals i
      @timestamp greater-or-less now() - 7 days
      opaque: two fields held against each other
      c equals x`,
  );
});

test('what cannot be read is opaque', () => {
  check('from i | where a == ', 'all\n  index equals i\n  opaque: a condition that cannot be read');
  check('from i | where a b c', 'all\n  index equals i\n  opaque: a `where` that cannot be read');
  check(
    'from i | fork (where a == "x") (where b == "y")',
    'all\n  index equals i\n  opaque: what `fork` splits',
  );
  check('show info', 'opaque: a query without conditions');
});
