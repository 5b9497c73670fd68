import { InvalidArgumentError, Option, type Command } from 'commander';
import { configSchema, type Config } from '../workspace/config.ts';

/** Where a site will stand, when that is another place than the config says: a preview of a branch, say. */
export interface SiteOptions {
  base?: string;
  site?: string;
}

/** `--base` and `--site`, checked as in the config. */
export function withSiteOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--base <path>', 'path the site is served under (default: the config’s)').argParser(
        (value) => checked('base', value),
      ),
    )
    .addOption(
      new Option('--site <url>', 'address the site will stand at (default: the config’s)').argParser(
        (value) => checked('site', value),
      ),
    );
}

/** A config with what the command line says of the place. */
export function atPlace(config: Config, { base, site }: SiteOptions): Config {
  return { ...config, ...(base !== undefined && { base }), ...(site !== undefined && { site }) };
}

function checked(key: 'base' | 'site', value: string): string {
  const result = configSchema.shape[key].safeParse(value);
  if (result.success && result.data !== undefined) return result.data;
  throw new InvalidArgumentError(
    `${result.error?.issues[0]?.message ?? 'It is empty'}, such as ${key === 'base' ? '/coverage' : 'https://soc.example.org'}.`,
  );
}
