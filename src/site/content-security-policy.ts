/**
 * What a page may load and run: only what stands beside it. Nothing inline, no other host, no plug-in, no frame.
 * `wasm-unsafe-eval` lets the search run its WebAssembly; it does not let a string become script.
 */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/** For the `content` of a `<meta http-equiv>`, or for a web server's header of that name. */
export const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');
