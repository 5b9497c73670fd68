/** An element a script cannot do without. */
export function partOf<Part extends Element>(
  root: ParentNode,
  selector: string,
  type: abstract new () => Part,
): Part {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lacks ${selector}.`);
  return found;
}
