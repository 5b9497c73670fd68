/**
 * What a team states, without the links to its files: they name the commit everything was read from, another one each
 * time, and no page that is kept shows them.
 */
export function withoutLinks(stated: readonly object[]): object[] {
  return stated.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'permalink' && name !== 'commit')),
  );
}
