import type { Seed } from './mutated-file.ts';

/** What Markdown and HTML have between them that a filter may see otherwise than a browser. */
const TEXTS = [
  '# A\n\n[a](https://example.org "t") <https://example.org> https://example.org a@example.org\n\n![b](x.png)\n',
  '| a | b |\n| --- | :-: |\n| `c` \\| d | <b>e</b> |\n\n- [ ] one\n- [x] two\n  1. three\n\n> > four\n',
  'A note[^1] and [one][two].\n\n[^1]: Text with `code`.\n\n[two]: https://example.org "x"\n\n***\n\n~~gone~~\n',
  '<details open><summary>a</summary>\n\n```kql\nT | take 1\n```\n\n```spl\nindex=a\n```\n\n</details>\n',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">\n',
  '<svg><p><style><a id="</style><img src=1 onerror=alert(1)>"></a></p></svg>\n',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>\n',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>\n',
  '<template><script>alert(1)</script></template><select><template><style><a title="</style><img src onerror=alert(1)>">\n',
  '<a href="java&#115;cript:alert(1)">a</a> <a href=" jav\tascript:alert(1)">b</a> [c](\\\\evil.example) <a href=//evil.example>d</a>\n',
  '<picture><source srcset="https://evil.example/a.png"><img src="https://evil.example/b.png"></picture>\n',
  '<p title=`<!--`><b><p></b></p>--><i><table><tr><i></table></i>\n\n<textarea>\n\n</textarea><img src=x onerror=alert(1)>\n',
  '<a accesskey=s tabindex=1 id=main name=location class="skip" style="position:fixed">a</a><!--[if IE]><script>1</script><![endif]-->\n',
  '<![CDATA[<img src=x onerror=alert(1)>]]><?php echo 1 ?><!DOCTYPE html><xmp><plaintext>\n',
  '## Hypothesis\n\nT1059.001 by APT29.\n\n## Execution\n\n### Splunk\n\n```spl\nindex=a\n```\n\n### Microsoft Sentinel\n\n```kql\nT\n```\n',
  'export const a = {globalThis.x = 1}\n\nimport x from "y"\n\n<QueryTabs>\n\n{1 + 1}\n\n</QueryTabs>\n',
] as const;

export const MARKDOWN_SEEDS = TEXTS.map((text): Seed => ({ extension: '.md', text })) as unknown as readonly [
  Seed,
  ...Seed[],
];
