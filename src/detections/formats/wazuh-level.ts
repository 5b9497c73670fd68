import type { XmlElement } from '../../documents/xml.ts';
import type { DetectionSeverity } from '../detection.ts';

/**
 * The bands of Wazuh's own dashboard: low up to 6, medium up to 11, high up to 14, critical from 15. Level 0 raises
 * no alert and so has no severity.
 */
export function wazuhSeverity(level: number): DetectionSeverity | undefined {
  if (level >= 15) return 'critical';
  if (level >= 12) return 'high';
  if (level >= 7) return 'medium';
  return level >= 1 ? 'low' : undefined;
}

/** 0 to 16; undefined for anything else. */
export function wazuhLevel({ attributes }: XmlElement): number | undefined {
  const written = attributes['level']?.trim() ?? '';
  return /^\d{1,2}$/.test(written) && Number(written) <= 16 ? Number(written) : undefined;
}
