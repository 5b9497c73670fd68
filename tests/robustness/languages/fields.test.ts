import { expect, test } from 'vitest';
import { fieldClassOf } from '../../../src/robustness/field-class.ts';
import { CIM_FIELDS } from '../../../src/robustness/fields/cim.ts';
import { ECS_FIELDS } from '../../../src/robustness/fields/ecs.ts';
import { KUSTO_FIELDS } from '../../../src/robustness/fields/kusto.ts';
import { UDM_FIELDS } from '../../../src/robustness/fields/udm.ts';
import { LANGUAGES } from '../../../src/robustness/languages.ts';

test.each([
  ['process.executable', 'process-image'],
  ['process.parent.name', 'parent-image'],
  ['process.parent.command_line', 'parent-command-line'],
  ['process.hash.sha256', 'file-hash'],
  ['dll.pe.imphash', 'import-hash'],
  ['process.pe.original_file_name', 'original-file-name'],
  ['dns.question.name', 'domain'],
  ['destination.ip', 'ip'],
  ['source.geo.country_name', 'country'],
  ['registry.data.strings', 'registry-data'],
  ['event.action', 'event-action'],
  ['data_stream.dataset', 'selector'],
  ['winlog.event_data.TargetImage', 'process-target'],
])('ECS: %s is %s', (field, fieldClass) => {
  expect(fieldClassOf(field, ECS_FIELDS)).toBe(fieldClass);
});

test.each([
  ['ProcessCommandLine', 'command-line'],
  ['InitiatingProcessFileName', 'process-image'],
  ['RemoteUrl', 'url'],
  ['SHA256', 'file-hash'],
  ['ActionType', 'event-action'],
  ['EventID', 'event-id'],
  ['ResultType', 'event-outcome'],
  ['$table', 'selector'],
])('Defender and Sentinel: %s is %s', (field, fieldClass) => {
  expect(fieldClassOf(field, KUSTO_FIELDS)).toBe(fieldClass);
});

test.each([
  ['Processes.process', 'command-line'],
  ['Processes.parent_process_name', 'parent-image'],
  ['parent_process', 'parent-command-line'],
  ['Registry.registry_value_data', 'registry-data'],
  ['Filesystem.file_name', 'file-name'],
  ['DNS.query', 'domain'],
  ['Web.status', 'event-outcome'],
  ['EventCode', 'event-id'],
  ['datamodel', 'selector'],
])('CIM: %s is %s', (field, fieldClass) => {
  expect(fieldClassOf(field, CIM_FIELDS)).toBe(fieldClass);
});

test.each([
  ['$e.target.file.sha256', 'file-hash'],
  ['$e.principal.process.parent_process.command_line', 'parent-command-line'],
  ['$dns.network.dns.questions.name', 'domain'],
  ['$e.metadata.event_type', 'selector'],
  ['$e.metadata.product_event_type', 'event-action'],
  ['$e.target.registry.registry_key', 'registry'],
])('UDM: %s is %s', (field, fieldClass) => {
  expect(fieldClassOf(field, UDM_FIELDS)).toBe(fieldClass);
});

test.each([
  ['kql', 'DeviceProcessEvents | where FileName == "x"', 'FileName', 'process-image'],
  ['kql', 'DeviceProcessEvents | where A == "x"', 'InitiatingProcessFileName', 'parent-image'],
  ['kql', 'DeviceImageLoadEvents | where A == "x"', 'FileName', 'module'],
  ['kql', 'DeviceFileEvents | where A == "x"', 'FileName', 'file-name'],
  [
    'yaral',
    'events: $e.metadata.event_type = "PROCESS_LAUNCH"',
    '$e.principal.process.command_line',
    'parent-command-line',
  ],
  [
    'yaral',
    'events: $e.metadata.event_type = "PROCESS_OPEN"',
    '$e.target.process.file.full_path',
    'process-target',
  ],
  [
    'yaral',
    'events: $e.metadata.event_type = "FILE_CREATION"',
    '$e.principal.process.command_line',
    'command-line',
  ],
])('%s: in `%s`, %s is %s', (name, query, field, fieldClass) => {
  const language = LANGUAGES.get(name)!;
  const special = language.fieldsOf?.(language.parse(query)) ?? [];
  expect(fieldClassOf(field, ...special, ...language.fields)).toBe(fieldClass);
});
