import type { ParsedFile } from '../../documents/document.ts';
import { fieldsOf, textOf } from '../../documents/fields.ts';
import { lineIndex } from '../../documents/line-index.ts';
import { jsonValueSpan, locateJson } from '../../documents/locate-json.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { armResources, type ArmResource, isAlertRule } from './sentinel-arm-resources.ts';
import { armRule } from './sentinel-arm-rule.ts';
import { sentinelFindings } from './sentinel-findings.ts';
import { isRuleKind } from './sentinel-kind.ts';

/**
 * Analytics rules of Microsoft Sentinel as its portal exports them: an ARM template with a resource a rule. An item's
 * ordinal is the place of its resource in the template.
 *
 * @see https://learn.microsoft.com/azure/templates/microsoft.securityinsights/alertrules
 */
export const sentinelArm: Reader = {
  id: 'sentinel-arm',
  extensions: ['.json'],

  recognises: ({ documents: [document] }) =>
    document?.syntax === 'json' &&
    armResources(document.data).some((resource) => isAlertRule(resource) || isPackaged(resource)),

  read(file) {
    const resources = armResources(file.documents[0]?.data);
    const rules = resources.flatMap((resource, ordinal) =>
      isRuleWithQuery(resource) ? [{ resource, ordinal }] : [],
    );
    if (rules.length === 0) {
      return {
        ignored: resources.some(isAlertRule)
          ? 'with Sentinel rules that have no query'
          : 'that are packages of Sentinel solutions',
      };
    }
    const lines = resourceLines(file);
    return {
      detections: rules.map(({ resource, ordinal }) => ({
        ...armRule(resource),
        lines: lines(resource),
        ordinal,
      })),
      findings: rules.flatMap(({ resource }) => {
        const severity = fieldsOf(resource.fields['properties'])?.['severity'];
        const pointer = [...resource.pointer, 'properties', 'severity'];
        return sentinelFindings(severity, () => locateJson(file.text, 0, pointer));
      }),
    };
  },

  locate: (text, ordinal, pointer) =>
    locateJson(text, 0, pointer.length > 0 ? pointer : resourcePointer(text, ordinal)),
  valueSpan: (text, _ordinal, pointer) => jsonValueSpan(text, 0, pointer),
};

/** What the content hub installs: the rules of its packages are kept as YAML beside them. */
function isPackaged({ fields }: ArmResource): boolean {
  return /\/(?:contentTemplates|contentPackages|alertRuleTemplates)$/i.test(textOf(fields['type']) ?? '');
}

function isRuleWithQuery(resource: ArmResource): boolean {
  const properties = fieldsOf(resource.fields['properties']);
  return (
    isAlertRule(resource) &&
    textOf(properties?.['query']) !== undefined &&
    (resource.fields['kind'] === undefined || isRuleKind(resource.fields['kind']))
  );
}

function resourceLines({ text }: ParsedFile): (resource: ArmResource) => { from: number; to: number } {
  const lineAt = lineIndex(text);
  return ({ pointer }) => {
    const span = jsonValueSpan(text, 0, pointer) ?? { start: 0, end: text.trimEnd().length };
    return { from: lineAt(span.start), to: lineAt(Math.max(span.start, span.end - 1)) };
  };
}

function resourcePointer(text: string, ordinal: number): Pointer {
  try {
    return armResources(JSON.parse(text))[ordinal]?.pointer ?? [];
  } catch {
    return [];
  }
}
