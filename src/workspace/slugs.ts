import slugify from '@sindresorhus/slugify';
import { basename, extname } from 'node:path/posix';
import { LONGEST_NAME, shortDigest } from '../documents/url-safe.ts';

/** Most names of rules: nothing to transliterate. */
const PLAIN = /^[a-z0-9]+(?:[_-][a-z0-9]+)*$/;

/** What a slug is made from: the file and which item of the file it is. */
export interface SlugSubject {
  source: string;
  path: string;
  ordinal: number;
}

/**
 * One URL-safe slug for each subject, unique among them and stable: it depends on the file name and, only
 * where names collide, on the whole path, never on the order or the number of other files.
 *
 * @param taken Keys (`<source>/<slug>`) of items of other kinds: a rule and a hunt of one name must not share a key.
 */
export function slugs(subjects: readonly SlugSubject[], taken: ReadonlySet<string> = new Set()): string[] {
  const plain = subjects.map(plainSlug);
  const counts = new Map<string, number>();
  for (const slug of plain) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return plain.map((slug, index) => {
    const subject = subjects[index];
    const isTaken = subject !== undefined && taken.has(`${subject.source}/${slug}`);
    return subject && (isTaken || (counts.get(slug) ?? 0) > 1) ? `${slug}-${fingerprint(subject)}` : slug;
  });
}

function plainSlug(subject: SlugSubject): string {
  const stem = basename(subject.path, extname(subject.path));
  // Letters that only look special (𝐛𝐨𝐥𝐝, ｗｉｄｅ) become plain ones, other scripts are transliterated.
  const slug = PLAIN.test(stem)
    ? stem.replaceAll('_', '-')
    : slugify(stem.normalize('NFKC'), { decamelize: false });
  const short = slug.length > LONGEST_NAME ? `${slug.slice(0, LONGEST_NAME)}-${fingerprint(subject)}` : slug;
  const named = short || `item-${fingerprint(subject)}`;
  return subject.ordinal > 0 ? `${named}-${subject.ordinal + 1}` : named;
}

function fingerprint({ source, path, ordinal }: SlugSubject): string {
  return shortDigest(`${source}\0${path}\0${ordinal}`);
}
