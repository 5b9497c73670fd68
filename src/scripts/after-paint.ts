/**
 * Resolves once the browser has painted what stands now. Work that takes longer than a frame waits for it, so that a key or a
 * click is answered at once.
 */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A page in the background paints nothing.
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
