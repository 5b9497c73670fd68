import { elasticEndpoint } from '../../detections/formats/elastic-endpoint.ts';
import { elastic } from '../../detections/formats/elastic.ts';
import { elasticHuntFiles } from '../../playbooks/formats/elastic-hunt-recognition.ts';
import { deferred, type DeferredReader, type Reader } from '../../readers/reader.ts';

/** What is read from TOML, in the order of recognition. */
export const READERS: readonly (Reader | DeferredReader)[] = [
  deferred(
    elasticHuntFiles,
    async () => (await import('../../playbooks/formats/elastic-hunt.ts')).elasticHunts,
  ),
  elastic,
  elasticEndpoint,
];
