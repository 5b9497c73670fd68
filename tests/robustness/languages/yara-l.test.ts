import { expect, test } from 'vitest';
import { parseYaraL } from '../../../src/robustness/languages/yara-l.ts';
import { expected, outline } from './outline.ts';

const check = (query: string, tree: string): void => {
  expect(outline(parseYaraL(query))).toBe(expected(tree));
};

test('every line of `events` is needed', () => {
  check(
    `events:
      $e.metadata.event_type = "PROCESS_LAUNCH"
      $e.target.process.command_line = /evil\\.exe/ nocase or $e.target.process.command_line = "x"
      not $e.principal.user.userid = "root" and $e.principal.port > 1024
    condition:
      $e`,
    String.raw`
    all
      $e.metadata.event_type equals PROCESS_LAUNCH
      any
        $e.target.process.command_line matches evil\.exe
        $e.target.process.command_line equals x
      not
        $e.principal.user.userid equals root
      $e.principal.port greater-or-less 1024`,
  );
});

test('functions and lists are the conditions they stand for', () => {
  check(
    'events:\n re.regex($e.target.file.full_path, `\\\\a\\.exe$`) nocase\n strings.contains(strings.to_lower($e.target.url), "x")\n' +
      'net.ip_in_range_cidr($e.principal.ip, "10.0.0.0/8")\n not $e.target.hostname in %known_hosts nocase\n' +
      'any $e.principal.ip in cidr %networks\n $e.target.resource.attribute.labels["key name"] != ""\n condition:\n $e',
    String.raw`
    all
      $e.target.file.full_path matches \\a\.exe$
      $e.target.url contains x
      $e.principal.ip in-network 10.0.0.0/8
      not
        $e.target.hostname equals %known_hosts
      $e.principal.ip equals %networks
      $e.target.resource.attribute.labels.key name exists`,
  );
});

test('a variable that joins events or carries a value asks for nothing, and stands for its field', () => {
  check(
    `events:
      $a.metadata.event_type = "USER_LOGIN"
      $a.principal.ip = $ip
      $b.target.ip = $ip
      $a.target.user.userid = $b.target.user.userid
      $a.metadata.event_timestamp.seconds < $b.metadata.event_timestamp.seconds
      $ip != "10.1.1.1"
    match:
      $ip over 5m
    condition:
      $a and $b`,
    `
    all
      $a.metadata.event_type equals USER_LOGIN
      not
        $a.principal.ip equals 10.1.1.1`,
  );
});

test('a field that must stand in the entity graph is held against a list', () => {
  check(
    `events:
      $e.target.ip = $ip
      $feed.graph.entity.artifact.ip = $ip
      $feed.graph.metadata.entity_type = "IP_ADDRESS"
    condition:
      $e and $feed`,
    `
    all
      $e.target.ip equals $feed.graph.entity.artifact.ip
      $feed.graph.metadata.entity_type equals IP_ADDRESS`,
  );
});

test('the condition says which events are needed, excluded or alternatives, and how often', () => {
  const events = 'events: $a.x.y = "1"\n $b.x.y = "2"\n $c.x.y = "3"\n condition: ';
  check(
    `${events} $a and ($b or $c)`,
    'all\n  $a.x.y equals 1\n  any\n    $b.x.y equals 2\n    $c.x.y equals 3',
  );
  check(
    `${events} $a and not $b and #c > 5`,
    'all\n  $a.x.y equals 1\n  not\n    $b.x.y equals 2\n  $c.x.y equals 3\n  count greater-or-less 5',
  );
  check(
    `${events} #a = 0 and $b, $c`,
    'all\n  not\n    $a.x.y equals 1\n  $b.x.y equals 2\n  $c.x.y equals 3',
  );
});

test('outcomes that count are thresholds, others are opaque where they are asked for', () => {
  check(
    `events: $e.x.y = "1"
     outcome:
       $n = count_distinct($e.metadata.id)
       $risk_score = max(if($e.x.y = "1", 10, 20))
     condition: $e and $n > 5 and $risk_score >= 15`,
    'all\n  $e.x.y equals 1\n  count greater-or-less 5\n  opaque: what `if` gives',
  );
});

test('comments are no part of it, and what is not understood is opaque', () => {
  check(
    `events:
      // $e.x.y = "0"
      $e.x.y = "1"
      $e.x.y != $e.x.z
      math.abs($e.x.n) > 3
    condition: $e`,
    'all\n  $e.x.y equals 1\n  opaque: two fields held against each other\n  opaque: what `math.abs` gives',
  );
  check('events: condition:', 'opaque: a condition that is missing');
});
