import { gzipSync } from 'node:zlib';
import { AttackError } from '../../../src/attack/attack-error.ts';
import { createKnowledgeBase } from '../../../src/attack/create-knowledge-base.ts';
import { readBundle } from '../../../src/attack/stix/read-bundle.ts';
import { bundleBytes } from '../../attack/small-bundle.ts';
import { mutatedFile } from '../mutated-file.ts';
import { aTarget, type Target } from '../target.ts';

/** A STIX bundle of ATT&CK, as a config names it: read, or refused in words. */
export const bundleTarget: Target = aTarget(
  'bundle',
  mutatedFile([{ extension: '.json', text: Buffer.from(bundleBytes()).toString('utf8') }]),
  ({ bytes }) => {
    for (const given of [bytes, gzipSync(bytes, { level: 1 })]) {
      try {
        createKnowledgeBase(readBundle(given).facts);
      } catch (error) {
        if (!(error instanceof AttackError)) throw error;
      }
    }
  },
);
