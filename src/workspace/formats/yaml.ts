import { carFiles } from '../../detections/formats/car-recognition.ts';
import { falcoFiles } from '../../detections/formats/falco-recognition.ts';
import { pantherFiles } from '../../detections/formats/panther-recognition.ts';
import { plainFiles } from '../../detections/formats/plain-yaml-recognition.ts';
import { sentinelFiles } from '../../detections/formats/sentinel-recognition.ts';
import { sigmaRegression } from '../../detections/formats/sigma-regression.ts';
import { sigma } from '../../detections/formats/sigma.ts';
import { splunkFiles } from '../../detections/formats/splunk-recognition.ts';
import { atomicRedTeam } from '../../exercises/formats/atomic-red-team.ts';
import { exerciseFiles } from '../../exercises/formats/coverbook-recognition.ts';
import { dettect } from '../../exercises/formats/dettect.ts';
import { otrfFiles } from '../../playbooks/formats/otrf-recognition.ts';
import { sentinelHuntFiles } from '../../playbooks/formats/sentinel-hunt-recognition.ts';
import { splunkHuntFiles } from '../../playbooks/formats/splunk-hunt-recognition.ts';
import { decisionFiles } from '../../scope/formats/coverbook-recognition.ts';
import { threatFiles } from '../../threats/formats/coverbook-recognition.ts';
import { dettectGroups } from '../../threats/formats/dettect-groups.ts';
import { visibilityFiles } from '../../visibility/formats/coverbook-recognition.ts';
import { dettectDataSources } from '../../visibility/formats/dettect-data-sources.ts';
import { deferred, type DeferredReader, type Reader } from '../../readers/reader.ts';

/**
 * What is read from YAML, in the order of recognition. Readers of many modules are loaded when there is a file for them: a
 * repository has files of one format or two.
 */
export const READERS: readonly (Reader | DeferredReader)[] = [
  deferred(falcoFiles, async () => (await import('../../detections/formats/falco.ts')).falco),
  atomicRedTeam,
  dettect,
  dettectDataSources,
  deferred(pantherFiles, async () => (await import('../../detections/formats/panther.ts')).panther),
  sigmaRegression,
  sigma,
  deferred(splunkHuntFiles, async () => (await import('../../playbooks/formats/splunk-hunt.ts')).splunkHunts),
  deferred(splunkFiles, async () => (await import('../../detections/formats/splunk.ts')).splunk),
  deferred(
    sentinelHuntFiles,
    async () => (await import('../../playbooks/formats/sentinel-hunt.ts')).sentinelHunts,
  ),
  deferred(sentinelFiles, async () => (await import('../../detections/formats/sentinel.ts')).sentinel),
  deferred(otrfFiles, async () => (await import('../../playbooks/formats/otrf.ts')).otrfHunts),
  deferred(carFiles, async () => (await import('../../detections/formats/car.ts')).car),
  deferred(
    exerciseFiles,
    async () => (await import('../../exercises/formats/coverbook.ts')).coverbookExercises,
  ),
  dettectGroups,
  deferred(threatFiles, async () => (await import('../../threats/formats/coverbook.ts')).coverbookThreats),
  deferred(decisionFiles, async () => (await import('../../scope/formats/coverbook.ts')).coverbookDecisions),
  deferred(
    visibilityFiles,
    async () => (await import('../../visibility/formats/coverbook.ts')).coverbookVisibility,
  ),
  deferred(plainFiles, async () => (await import('../../detections/formats/plain.ts')).plain),
];
