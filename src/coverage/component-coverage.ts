import { LEVELS, type DomainCoverage, type Level } from './assessment.ts';

/** What stands on one data component: the techniques ATT&CK's analytics read it for. */
export interface ComponentCoverage {
  /** `DC0032` */
  id: string;
  name: string;
  collected: boolean;
  /** Techniques in scope whose analytics read it, by level. */
  levels: Record<Level, number>;
  total: number;
  /** On `claimed` or above. */
  covered: number;
  /** Counting rules of those techniques, each once. */
  rules: number;
}

const COVERED: readonly Level[] = ['claimed', 'tested', 'proven'];

/** Every data component that techniques in scope are read by, those read for most first. Empty where nobody says what is collected. */
export function componentCoverage({ assessments }: Pick<DomainCoverage, 'assessments'>): ComponentCoverage[] {
  const found = new Map<string, ComponentCoverage & { keys: Set<string> }>();
  for (const { scope, visibility, level, detections } of assessments.values()) {
    if (scope.state !== 'in') continue;
    for (const { id, name, collected } of visibility?.components ?? []) {
      const entry = found.get(id) ?? {
        id,
        name,
        collected: false,
        levels: noLevels(),
        total: 0,
        covered: 0,
        rules: 0,
        keys: new Set<string>(),
      };
      found.set(id, entry);
      entry.collected ||= collected.length > 0;
      entry.levels[level] += 1;
      entry.total += 1;
      if (COVERED.includes(level)) entry.covered += 1;
      for (const { key } of detections) entry.keys.add(key);
    }
  }
  return [...found.values()]
    .map(({ keys, ...component }) => ({ ...component, rules: keys.size }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
}

function noLevels(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
}
