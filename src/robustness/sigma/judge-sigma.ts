import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import { SIGMA_FIELDS, SIGMA_FIELDS_BY_CATEGORY } from '../fields/sigma.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../judgement.ts';
import { notJudged } from '../said.ts';
import { withStpTag } from '../stp-tag.ts';
import { summitColumn } from './column.ts';
import { sigmaQuery } from './query.ts';

/** Products whose logs are messages of their own making: a word searched in them is the device's. */
const DEVICES = new Set(['cisco', 'juniper', 'huawei', 'fortigate', 'fortios', 'paloalto', 'esxi']);

/**
 * How hard a Sigma rule is to evade.
 *
 * @param rule The fields of one rule, inherited ones included.
 * @param tags Its tags that are not ATT&CK's.
 */
export function judgeSigma(rule: Fields, tags: readonly string[]): Judgement {
  const detection = fieldsOf(rule['detection']);
  if (!detection) return notJudged('It has no query of its own: it correlates or filters other rules');
  const logSource = fieldsOf(rule['logsource']);
  const category = textOf(logSource?.['category'])?.toLowerCase() ?? '';
  const special = SIGMA_FIELDS_BY_CATEGORY.get(category);
  const column = summitColumn(category);
  const judgement = judge(sigmaQuery(detection), {
    fields: special ? [special, SIGMA_FIELDS] : [SIGMA_FIELDS],
    inbound: category === 'webserver',
    deviceLog: DEVICES.has(textOf(logSource?.['product'])?.toLowerCase() ?? ''),
    ...(column && { column }),
  });
  return withStpTag(judgement, tags);
}
