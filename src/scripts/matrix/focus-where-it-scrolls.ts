/** A box that does not scroll is no stop for the Tab key. */
export function focusWhereItScrolls(box: HTMLElement): void {
  new ResizeObserver(() => {
    const { overflowX } = getComputedStyle(box);
    if (overflowX === 'auto' && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }).observe(box);
}
