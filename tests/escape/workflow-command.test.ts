import { expect, test } from 'vitest';
import { workflowCommand } from '../../src/escape/workflow-command.ts';

test('an annotation names its file, its lines and its columns', () => {
  const properties = {
    title: 'mapping/revoked',
    file: 'rules/a.yml',
    line: 3,
    endLine: 3,
    col: 5,
    endColumn: 21,
  };
  expect(workflowCommand('warning', properties, 'Unexpected `T1086`')).toBe(
    '::warning title=mapping/revoked,file=rules/a.yml,line=3,endLine=3,col=5,endColumn=21::Unexpected `T1086`',
  );
});

test('what is not known is left out', () => {
  expect(workflowCommand('error', { title: '' }, 'Broken')).toBe('::error::Broken');
});

test('a message cannot begin a command of its own', () => {
  expect(workflowCommand('notice', {}, '100%\r\n::set-output name=a::b')).toBe(
    '::notice::100%25%0D%0A::set-output name=a::b',
  );
});

test('the name of a file cannot end the properties or add one', () => {
  expect(workflowCommand('notice', { file: 'a::b,line=9%\n.yml' }, 'Broken')).toBe(
    '::notice file=a%3A%3Ab%2Cline=9%25%0A.yml::Broken',
  );
});
