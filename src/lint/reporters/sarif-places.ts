import type { ArtifactLocation, Fix as SarifFix, Region } from 'sarif';
import type { Finding, Fix, Range } from '../../findings/finding.ts';
import type { ReportOptions } from '../reporter.ts';

/** A file as a relative reference. GitHub refuses a result without one, so a file of another repository has one too. */
export function artifactLocation(
  finding: Pick<Finding, 'source' | 'path'>,
  fileOf: ReportOptions['fileOf'],
): ArtifactLocation {
  const path = fileOf(finding) ?? `${finding.source}/${finding.path}`;
  return { uri: path.split('/').map(encodeSegment).join('/'), uriBaseId: '%SRCROOT%' };
}

/** A file as a whole stands at its first line. */
export function sarifRegion(range: Range | undefined): Region {
  return range === undefined
    ? { startLine: 1 }
    : {
        startLine: range.line,
        startColumn: range.column,
        endLine: range.endLine,
        endColumn: range.endColumn,
      };
}

export function sarifFix({ range, text }: Fix, location: ArtifactLocation): SarifFix {
  return {
    description: { text: `Write ${text}` },
    artifactChanges: [
      {
        artifactLocation: location,
        replacements: [{ deletedRegion: sarifRegion(range), insertedContent: { text } }],
      },
    ],
  };
}

/** A name that is no Unicode text, as Git may hold one, still has an address. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}
