import { DOMAINS, type Domain } from './domain.ts';

/** `enterprise-19.1.json` */
export function snapshotFileName(domain: Domain, version: string): string {
  return `${domain}-${version}.json`;
}

/** What a snapshot's file name says it holds; undefined for any other file. */
export function snapshotNamed(fileName: string): { domain: Domain; version: string } | undefined {
  const [, name, version] = /^([a-z]+)-(\d+\.\d+)\.json$/.exec(fileName) ?? [];
  const domain = DOMAINS.find((candidate) => candidate === name);
  return domain && version !== undefined ? { domain, version } : undefined;
}
