import envPaths from 'env-paths';

/** Where clones and parsed content are kept: `COVERBOOK_CACHE`, or the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  return env['COVERBOOK_CACHE'] || envPaths('coverbook', { suffix: '' }).cache;
}

/** Where imported ATT&CK snapshots are kept: `COVERBOOK_DATA`, or the user's data folder. */
export function attackFolder(env: NodeJS.ProcessEnv): string {
  return `${env['COVERBOOK_DATA'] || envPaths('coverbook', { suffix: '' }).data}/attack`;
}
