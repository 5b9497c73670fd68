import { makeRepository } from '../git-repository.ts';
import { pagesOf } from './scenario.ts';

const CONFIG = "title: Team\nnow: '2026-03-01'\nsources:\n  - { name: team, path: content }\n";
const HEAD = '---\nid: HUNT-0001\ntitle: Hunt\nhypothesis: Somebody does.\ntechniques: [T1059.001]\n---\n\n';

/** A file of a playbook. */
function fileOf(body: string): string {
  return `${HEAD}${body}\n`;
}

/**
 * The page of a playbook whose body is another at the head than at the base. Only inside a test.
 *
 * @param name Of its file.
 */
export async function changedPlaybook(before: string, after: string, name = 'hunt.md'): Promise<string> {
  const path = `content/playbooks/${name}`;
  const repository = makeRepository({ files: { 'coverbook.yaml': CONFIG, [path]: fileOf(before) } });
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit({ [path]: fileOf(after) });
  const pages = await pagesOf(repository.folder, { base: 'main', head: 'change' });
  const [, html] = [...pages].find(([page]) => page.startsWith('playbooks/')) ?? [];
  if (html === undefined) throw new Error('The playbook has no page.');
  return html;
}

/** The compared text of such a page, without what is said in words alone. */
export function comparedText(html: string): string {
  const [, article = ''] = /<article class="prose compared">([\s\S]*)<\/article>/.exec(html) ?? [];
  return article.replaceAll(/<span class="visually-hidden">[^<]*<\/span>/g, '').replaceAll(/\s*\n\s*/g, '');
}
