import type { Detection } from '../../detections/detection.ts';
import { detectionPath } from '../../output/paths.ts';
import { DETECTION_FORMATS } from '../../site/detection-formats.ts';
import { mappedTechniques, sentences, unique, type RecordBuilder } from '../context.ts';
import { fileStem } from '../file-stem.ts';

/**
 * Rules by title, id, name, file, technique, log source. What a query says is not searched, nor are rules without a page:
 * there are more of them than a browser should look through, and their tables have a filter.
 */
export const detectionRecords: RecordBuilder = ({ workspace }, context) => {
  const withPages = workspace.detections.filter(({ tableOf }) => tableOf === undefined);
  return withPages.map((detection) => {
    const { key, title, id, name, description, path, source, platforms, tags, tactics } = detection;
    const techniques = mappedTechniques(detection.mappings);
    const level = context.detectionLevels.get(key);
    const named = detection.actors.map(context.actorName);
    return {
      type: 'detection',
      path: detectionPath(detection),
      title,
      keys: unique([id, name, fileStem(path)].filter((known) => known !== undefined)),
      aliases: [],
      ...(level && { level }),
      line: lineOf(detection),
      text: sentences(
        description?.slice(0, 400),
        techniques.map((technique) => `${technique} ${context.techniqueName(technique) ?? ''}`),
        detection.logSources,
        named,
        tags,
        detection.authors,
      ),
      filters: {
        tactic: unique([
          ...tactics.flatMap(({ shortname }) =>
            shortname === undefined ? [] : [context.tacticName(shortname)],
          ),
          ...context.tacticsOf(techniques),
        ]),
        platform: platforms,
        source: [source],
        actor: unique([...context.actorsUsing(techniques), ...named]),
      },
    };
  });
};

function lineOf({ source, format, status, severity, counts, countsNot }: Detection): string {
  return [
    ...(counts ? [] : [`does not count: ${countsNot ?? 'unknown'}`]),
    source,
    DETECTION_FORMATS[format].name,
    ...(status === 'unknown' || status === countsNot ? [] : [status]),
    ...(severity === undefined ? [] : [severity]),
  ].join(' · ');
}
