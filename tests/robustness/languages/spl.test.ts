import { expect, test } from 'vitest';
import { parseSpl } from '../../../src/robustness/languages/spl.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseSpl(query))).toBe(expected(tree));
};

test('conditions side by side are all needed, and OR binds closer than AND', () => {
  check(
    'index=main EventCode=1 Image="*\\\\a.exe" OR Image=*b* NOT user="x y"',
    String.raw`
    all
      index equals main
      EventCode equals 1
      Image equals *\a.exe | *b*
      not
        user equals x y`,
  );
});

test('lists, numbers, networks and presence compare as such', () => {
  check(
    'a IN ("x", y*) b>=5 c=10.0.0.0/8 d=* e!="z" NOT f IN (q)',
    `
    all
      a equals x | y*
      b greater-or-less 5
      c in-network 10.0.0.0/8
      d exists
      not
        e equals z
      not
        f equals q`,
  );
});

test('a value goes on to the next space, whatever signs it holds', () => {
  check('a=*x=y|z* b="p q"', 'all\n  a equals *x=y\n  opaque: what `z*` gives');
  check(
    'a=C:\\x\\*=y!z b=*-c,',
    'all\n  a equals C:\\x\\*=y!z\n  b equals *-c\n  opaque: a condition that cannot be read',
  );
});

test('a word alone is looked for in the whole event', () => {
  check('mimikatz "two words"', 'all\n  * keyword mimikatz\n  * keyword two words');
});

test('the data model says where to look, and its `where` for what', () => {
  check(
    '| tstats `summariesonly` count min(_time) as first from datamodel=Endpoint.Processes where Processes.process_name=a.exe (Processes.process=*x* OR Processes.process=*y*) by Processes.dest Processes.user | `drop_dm_object_name(Processes)`',
    `
    all
      datamodel equals Endpoint.Processes
      Processes.process_name equals a.exe
      Processes.process equals *x* | *y*`,
  );
});

test('the first macro of a search chooses a log, one of a program names it, one that filters is empty', () => {
  check(
    '`sysmon` EventCode=1 `process_certutil` `my_own` | stats count by dest | `my_rule_filter`',
    `
    all
      macro equals sysmon
      EventCode equals 1
      any
        Processes.process_name equals certutil.exe
        Processes.original_file_name equals certutil.exe
      opaque: the macro \`my_own\``,
  );
});

test('`where` takes words for fields and double quotes for values', () => {
  check(
    `index=a | where like(process, "%x%") AND match('parent process', "(?i)y\\.exe") OR isnotnull(z) AND NOT cidrmatch("10.0.0.0/8", ip) AND lower(u)="v" AND len(w) > 9`,
    String.raw`
    all
      index equals a
      any
        all
          process equals %x%
          parent process matches (?i)y\.exe
        all
          z exists
          not
            ip in-network 10.0.0.0/8
          u equals v
          w greater-or-less 9`,
  );
});

test('`regex` and `search` behind a pipe are needed too', () => {
  check(
    'index=a | regex b="^x" | regex c!="y" | search d=z | regex "w"',
    `
    all
      index equals a
      b matches ^x
      not
        c matches y
      d equals z
      _raw matches w`,
  );
});

test('a column that passes a field on stands for it, one that counts is a threshold', () => {
  check(
    `index=a | rename Processes.process as p | eval low=lower(q) | rex field=r "(?<part>x.*)" | stats count values(s) as t dc(u) as v by w
     | where count > 5 AND v > 2 AND low="l" AND part="x1" AND t="s1" | search p=*y* w=z count>=3`,
    `
    all
      index equals a
      count greater-or-less 5
      count greater-or-less 2
      q equals l
      r equals x1
      s equals s1
      Processes.process equals *y*
      w equals z
      count greater-or-less 3`,
  );
});

test('any other computed column is opaque where it is asked for, and so are lookups and models', () => {
  check(
    'index=a | eval odd=if(n > 5, 1, 0) | lookup known_list name as b OUTPUT flag | apply my_model | search odd=1 flag=true c=x',
    `
    all
      index equals a
      opaque: what \`apply\` gives
      opaque: what \`if\` gives
      opaque: what the lookup \`known_list\` gives
      c equals x`,
  );
});

test('a join needs both searches, an outer one the first, `append` is an alternative', () => {
  check(
    'index=a b=x | join guid [ search c=y | fields guid ] | join type=outer id [ search d=z ]',
    'all\n  index equals a\n  b equals x\n  c equals y',
  );
  check('a=x | append [ search b=y ]', 'any\n  a equals x\n  b equals y');
});

test('a search within the conditions is opaque', () => {
  check('a=x [ inputlookup list.csv | table b ]', 'all\n  a equals x\n  opaque: a search within the search');
});

test('comments in backticks are no part of it', () => {
  check('a=x ```b=y | search c=z``` d=w', 'all\n  a equals x\n  d equals w');
});

test('what cannot be read is opaque', () => {
  check('index=a | where b c d', 'all\n  index equals a\n  opaque: a `where` that cannot be read');
  check('| where (a', 'opaque: a part that cannot be read');
  check('| table a', 'opaque: a query without conditions');
});
