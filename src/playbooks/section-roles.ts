/**
 * What a section of a hunt is for, told by its heading. The roles are those of the PEAK framework (prepare,
 * execute, act), of its ABLE outline (actor, behaviour, location, evidence) and of Palantir's alerting and
 * detection strategies (blind spots, false positives, validation, response).
 *
 * @see https://github.com/splunk/PEAK
 * @see https://github.com/palantir/alerting-detection-strategy-framework
 */
const ROLES: readonly [role: string, heading: RegExp][] = [
  ['hypothesis', /^(?:hunt(?:ing)? )?hypothes[ei]s\b|^(?:goal|objective)s?$/],
  ['able', /^able\b|^a\.?b\.?l\.?e\.? (?:framework|table|outline)/],
  ['actor', /^(?:threat )?(?:actor|adversar(?:y|ies))s?\b/],
  ['behaviour', /^behaviou?rs?\b|^technical (?:context|background)|^(?:attack )?tradecraft/],
  ['location', /^location|^scope\b|^where to look/],
  ['evidence', /^evidence|^(?:required )?(?:data|log) ?sources?\b|^data (?:needed|required|requirements)/],
  ['preparation', /^prepar|^prerequisites?|^before you (?:start|begin)|^(?:why|context|background)$/],
  ['execution', /^execut|^(?:hunt(?:ing)? )?(?:quer(?:y|ies)|steps|procedure|logic)\b|^(?:run|hunt) it$/],
  ['blind-spots', /^blind ?spots?\b|^known bypasses|^limitations?|^assumptions?|^coverage gaps?|^evasion/],
  ['false-positives', /^false[ -]positives?|^(?:known )?benign|^tuning|^noise/],
  ['analysis', /^analy[sz]|^triage|^investigat|^interpret|^reading the results/],
  [
    'response',
    /^respon[ds]|^act(?:ions?)?$|^contain|^remediat|^escalat|^next steps?|^if (?:the )?(?:hypothesis|it) holds/,
  ],
  ['validation', /^validat|^test(?:s|ing)?\b|^emulat|^simulat|^atomic|^how to test/],
  ['references', /^references?|^(?:further|additional) (?:reading|resources)|^sources$|^links$/],
];

/** The role of a heading, or undefined. Leading numbers and marks (`2. Execute`) do not matter. */
export function sectionRole(heading: string): string | undefined {
  const plain = heading
    .toLowerCase()
    .replace(/^[\d\W_]+/, '')
    .trim();
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0];
}
