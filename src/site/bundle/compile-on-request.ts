/** What runs in the process that compiles pages: see `make-bundle.ts`. */
import { asFailure } from '../../threads/failure.ts';
import { keepMemoryLean } from '../../threads/lean-memory.ts';
import type { CompileAnswer, CompileRequest } from './compile-request.ts';

process.once('message', (request: CompileRequest) => {
  void compiled(request).then(
    () => {
      answer({});
    },
    (error: unknown) => {
      answer({ failure: asFailure(error) });
    },
  );
});

// Nobody waits for it any more.
process.once('disconnect', () => {
  process.exit();
});

async function compiled(request: CompileRequest): Promise<void> {
  keepMemoryLean();
  const { compilePages } = await import('./compile-pages.ts');
  await compilePages(request);
}

function answer(content: CompileAnswer): void {
  process.send?.(content, () => {
    process.disconnect();
  });
}
