import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { failsAt, REVIEW_GATES, type ReviewGate } from '../../review/gate.ts';
import type { ComparedStates } from '../../review/load-review.ts';
import { findConfig } from '../../workspace/load-config.ts';
import { attackFolder, cacheFolder } from '../cache-folder.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import { progress } from '../progress.ts';
import type { AddCommand } from '../program.ts';
import { sourceDate } from '../source-date.ts';
import { reviewBase } from '../review-base.ts';
import { plannedReports } from '../review-reports.ts';
import { changeAddresses, writeReviewSite } from '../review-site.ts';

interface ReviewCommandOptions extends WorkspaceOptions {
  base?: string;
  head?: string;
  format: string[];
  output: string[];
  json?: boolean;
  site?: string;
  siteUrl?: string;
  failOn: ReviewGate[];
}

/** `coverbook review`: what a change loses, gains, breaks and says otherwise, with a gate for CI. */
export const addReview: AddCommand = (program, io, exit) => {
  const collected = (value: string, before: string[] = []): string[] => [...before, value];
  withWorkspaceOptions(program.command('review'))
    .description(
      'compare two states of your repository: coverage lost and gained, rules, playbooks, new findings',
    )
    .option(
      '--base <ref>',
      'what to compare with, from where the head left it (default: what the CI merges into, else the main branch)',
    )
    .option('--head <ref>', 'what to look at (default: the working tree)')
    .addOption(
      new Option(
        '--format <format>',
        'report format (default: text); may be given several times, each with an --output',
      ).argParser(collected),
    )
    .addOption(
      new Option(
        '--output <file>',
        'write the report to a file; the first takes the first --format, and so on',
      ).argParser(collected),
    )
    .option('--json', 'short for --format json')
    .option(
      '--site <dir>',
      'also write pages into a folder: the review, and each changed playbook and rule before and after',
    )
    .option(
      '--site-url <url>',
      'where that folder will be on the web: Markdown and HTML then lead to its pages',
    )
    .addOption(
      new Option(
        '--fail-on <gate>',
        `exit 1 on this: ${REVIEW_GATES.join(', ')}; may be given several times (default: error)`,
      ).argParser((value: string, before?: ReviewGate[]) => [...(before ?? []), gateOf(value)]),
    )
    .action(async (options: Partial<ReviewCommandOptions> & WorkspaceOptions) => {
      const reports = await plannedReports(options, io);
      const addressesOf = changeAddresses(options);
      const states = await openStates(options, io);
      const { review } = states;
      if (options.site !== undefined) await writeReviewSite(states, resolve(io.cwd, options.site));
      const pages = addressesOf(review);
      for (const { write } of reports) await write(review, pages);
      if (failsAt(review, options.failOn ?? ['error'])) exit(EXIT.findings);
    });
};

function gateOf(value: string): ReviewGate {
  const gate = REVIEW_GATES.find((one) => one === value);
  if (gate) return gate;
  throw new InvalidArgumentError(`Expected one of: ${REVIEW_GATES.join(', ')}.`);
}

async function openStates(
  { base, head, config, now, cache, quiet }: Partial<ReviewCommandOptions> & WorkspaceOptions,
  io: Io,
): Promise<ComparedStates> {
  const { compareStates } = await import('../../review/load-review.ts');
  const asked = reviewBase(base, io.env);
  const day = sourceDate(io.env);
  const talk = await progress(io, quiet === true);
  try {
    const states = await compareStates({
      ...asked,
      ...(head !== undefined && { head }),
      config: config === undefined ? findConfig(io.cwd) : resolve(io.cwd, config),
      version: manifest.version,
      cacheDir: cacheFolder(io.env),
      useCache: cache,
      attackDir: attackFolder(io.env),
      ...(now !== undefined && { now }),
      ...(day !== undefined && { sourceDate: day }),
      onProgress: (text) => {
        talk.step(text);
      },
      onWarning: (text) => void io.stderr.write(`warning: ${text}\n`),
    });
    const { ref, commit, askedBy } = states.review.base;
    if (base === undefined && !quiet)
      io.stderr.write(`Compared with ${commit.slice(0, 10)}, where the head left ${ref} (${askedBy}).\n`);
    return states;
  } finally {
    talk.done();
  }
}
