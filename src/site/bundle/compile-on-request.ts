/** What runs in the process that compiles pages: see `make-bundle.ts`. */
import { keepMemoryLean } from '../../threads/lean-memory.ts';
import type { CompileAnswer, CompileRequest, Failure } from './compile-request.ts';

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

function asFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, code, syscall, path } = error as NodeJS.ErrnoException;
  return { message, stack, code, syscall, path };
}
