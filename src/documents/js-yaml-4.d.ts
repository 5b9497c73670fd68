/** The part of js-yaml 4 that is used. */
declare module 'js-yaml-4' {
  export const CORE_SCHEMA: unknown;
  export function loadAll(
    text: string,
    iterator: undefined,
    options: { schema: unknown; json: boolean },
  ): unknown[];
}
