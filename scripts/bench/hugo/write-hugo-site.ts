import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A rule as `api/detections.json` lists it, as far as it is needed here. */
export interface ListedRule {
  key: string;
  title: string;
  source: string;
  path: string;
  status: string;
  level: string | null;
  mappings: { resolved?: string | null }[];
}

const CONFIG = `baseURL = "https://example.org/"
title = "Benchmark"
disableKinds = ["RSS", "sitemap"]
[taxonomies]
technique = "techniques"
[markup.highlight]
noClasses = false
`;

const BASE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} · {{ site.Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a> <a href="/techniques/">Techniques</a> <a href="/detections/">Rules</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
`;

const SINGLE = `{{ define "main" }}<h1>{{ .Title }}</h1>
<dl><dt>Source</dt><dd>{{ .Params.source }}</dd><dt>File</dt><dd>{{ .Params.file }}</dd><dt>Status</dt><dd>{{ .Params.status }}</dd>
<dt>Severity</dt><dd>{{ .Params.severity }}</dd></dl>
<ul>{{ range .Params.techniques }}<li><a href="/techniques/{{ . | urlize }}/">{{ . }}</a></li>{{ end }}</ul>
{{ .Content }}{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>
<table>{{ range .Pages }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ .Params.source }}</td><td>{{ .Params.status }}</td>
<td>{{ .Params.severity }}</td></tr>{{ end }}</table>{{ end }}
`;

/**
 * Writes a site for Hugo: a page for each rule with its facts and its source highlighted, a page for each technique with a
 * table of its rules. No search, no matrix, no assessment, no layers.
 *
 * @param pages Pages to come to, all in all; rules are repeated under other names until there are as many.
 */
export function writeHugoSite(
  folder: string,
  rules: readonly ListedRule[],
  textOf: (rule: ListedRule) => string,
  pages: number,
): void {
  const put = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  put('config.toml', CONFIG);
  put('layouts/_default/baseof.html', BASE);
  put('layouts/_default/single.html', SINGLE);
  put('layouts/_default/list.html', LIST);
  const techniques = new Set(rules.flatMap(techniquesOf));
  const wanted = pages - techniques.size;
  for (let index = 0; index < wanted; index += 1) {
    const rule = rules[index % rules.length];
    if (!rule) return;
    const round = Math.floor(index / rules.length);
    put(
      `content/detections/${rule.key}${round === 0 ? '' : `-${String(round)}`}.md`,
      page(rule, textOf(rule)),
    );
  }
}

function page(rule: ListedRule, text: string): string {
  const { title, source, path, status, level } = rule;
  // JSON is front matter to Hugo as it is.
  const front = { title, source, file: path, status, severity: level ?? '', techniques: techniquesOf(rule) };
  const language = path.endsWith('.toml') ? 'toml' : 'yaml';
  return `${JSON.stringify(front, undefined, 1)}\n\n~~~~~~${language}\n${text}\n~~~~~~\n`;
}

function techniquesOf({ mappings }: ListedRule): string[] {
  return [...new Set(mappings.flatMap(({ resolved }) => resolved ?? []))];
}
