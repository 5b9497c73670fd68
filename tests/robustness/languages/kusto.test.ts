import { expect, test } from 'vitest';
import { parseKusto } from '../../../src/robustness/languages/kusto.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseKusto(query))).toBe(expected(tree));
};

test('the table says where to look, and every `where` is needed', () => {
  check(
    'Events | where A == "x" and (B =~ "y" or C has "z") // why\n| where D startswith @"C:\\a" | project A',
    String.raw`
    all
      $table equals Events
      A equals x
      any
        B equals y
        C contains z
      D startswith C:\a`,
  );
});

test('text operators compare as they say, and negate with an exclamation mark', () => {
  check(
    `T | where A has_any ("x", "y") and B has_all ("p", "q") and C contains_cs "c" and D !endswith "d" and E in~ ("e", "f")
      and F !in ("g") and G matches regex @"\\d+" and H !has "h" and I between (1 .. 5) and J != "j"`,
    String.raw`
    all
      $table equals T
      A contains x | y
      B contains p
      B contains q
      C contains c
      not
        D endswith d
      E equals e | f
      not
        F equals g
      G matches \d+
      not
        H contains h
      I greater-or-less 1 | 5
      not
        J equals j`,
  );
});

test('functions on a field leave it what it is, or ask whether it is there', () => {
  check(
    `T | where tolower(tostring(A)) == "x" and isnotempty(B) and not(isempty(C)) and strlen(D) > 9
      and ipv4_is_in_range(E, "10.0.0.0/8") and parse_json(F).name == "y" and F["other"] == "z"`,
    `
    all
      $table equals T
      A equals x
      B exists
      C exists
      D greater-or-less 9
      E in-network 10.0.0.0/8
      F.name equals y
      F.other equals z`,
  );
});

test('lists and texts of a `let` are put where they are used', () => {
  check(
    `let names = dynamic(["a.exe", 'b.exe']);
     let one = "x"; let table = datatable(v: string)["p", "q"];
     T | where A in (names) and B == one and C has_any (table)`,
    `
    all
      $table equals T
      A equals a.exe | b.exe
      B equals x
      C contains p | q`,
  );
});

test('a table of a `let` is the query it names, and as a list it is its name', () => {
  check(
    `let known = T | where A == "x";
     known | where B in (known)`,
    'all\n  $table equals T\n  A equals x\n  B equals known',
  );
});

test('tables of a union are alternatives', () => {
  check(
    'union isfuzzy=true (T | where A == "x"), U* | where B == "y"',
    `
    all
      any
        all
          $table equals T
          A equals x
        $table equals U*
      B equals y`,
  );
});

test('an inner join needs both sides, an outer one the first, an anti join excludes', () => {
  check(
    `T | where A == "x" | join kind=inner (U | where B == "y") on Id | join kind=leftouter (V | where C == "z") on Id
      | join kind=leftanti (W | where D == "w") on Id`,
    `
    all
      $table equals T
      A equals x
      $table equals U
      B equals y
      not
        all
          $table equals W
          D equals w`,
  );
});

test('a column that passes a field on stands for it, one that counts is a threshold', () => {
  check(
    `T | extend Low = tolower(A), Part = extract("(x.*)", 1, B) | project-rename Other = C | parse D with * "=" Value
      | summarize N = count(), dcount(E) by F | where Low == "x" and Part == "y" and Other == "z" and Value == "v"
      and N > 5 and dcount_E > 2 and F == "f"`,
    `
    all
      $table equals T
      A equals x
      B equals y
      C equals z
      D equals v
      count greater-or-less 5
      count greater-or-less 2
      F equals f`,
  );
});

test('any other computed column is opaque where it is asked for', () => {
  check(
    'T | extend Kind = iff(A == "x", 1, 0) | where Kind == 1 and B == "y"',
    'all\n  $table equals T\n  opaque: what `iff` gives\n  B equals y',
  );
});

test('several queries in one text are alternatives, and the same one twice is one', () => {
  check(
    `// one
     let since = 1d;
     T
     | where TimeGenerated > ago(since)
     | where A == "x"

     // two
     let since = 1d;
     T
     | where Timestamp > ago(since)
     | where A == "x"

     U | where B == "y"`,
    `
    any
      all
        $table equals T
        Timestamp greater-or-less ago(since)
        A equals x
      all
        $table equals U
        B equals y`,
  );
});

test('a blank line within a query does not part it', () => {
  check(
    'T\n\n| where A == "x"\n\n  and B in (\n\n"y"\n)',
    'all\n  $table equals T\n  A equals x\n  B equals y',
  );
});

test('a function is the query in it', () => {
  check(
    'let f = (name: string) { T | where A == name };\nf("x") | where B == "y"',
    'all\n  $table equals T\n  A equals name\n  B equals y',
  );
});

test('text searched in every column has no field', () => {
  check('search in (T, U) "evil" and A == "x"', 'all\n  * keyword evil\n  A equals x');
  check('T | where * has "evil"', 'all\n  $table equals T\n  * keyword evil');
});

test('what is not understood is opaque and says why, and the rest stays', () => {
  check(
    'externaldata(v: string)["https://feed.example/list.csv"] | where A != B and C == "x" | mv-apply D on (where D == "y")',
    `
    all
      opaque: what \`externaldata\` gives
      opaque: two fields held against each other
      C equals x
      opaque: what \`mv-apply\` keeps`,
  );
  check('T | where A B C', 'all\n  $table equals T\n  opaque: a `where` that cannot be read');
  check('let x = 1;', 'opaque: no query');
});
