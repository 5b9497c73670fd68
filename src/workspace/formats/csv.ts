import { atomicRedTeam } from '../../exercises/formats/atomic-red-team.ts';
import { invokeAtomicCsv } from '../../exercises/formats/invoke-atomic.ts';
import { vectr } from '../../exercises/formats/vectr.ts';
import type { Reader } from '../../readers/reader.ts';

/** What is read from CSV, in the order of recognition. */
export const READERS: readonly Reader[] = [atomicRedTeam, vectr, invokeAtomicCsv];
