const START = /^---(?:[ \t\r]|$)/;
const END = /^\.\.\.(?:[ \t\r]|$)/;

/**
 * First and last line (from 1) of each document of a YAML stream, empty documents included. A document's lines
 * start after its `---`, unless content stands on the marker's own line, and end with its last line that is not
 * blank. Inside a document a marker can only stand indented, so lines that start with one are markers.
 */
export function documentSpans(text: string): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  let isBare = true;
  const close = () => {
    if (open && !isBare) spans.push(open);
    open = undefined;
  };
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1;
    if (START.test(line)) {
      close();
      const hasContent = line.slice(3).trim() !== '' && !/^\s*#/.test(line.slice(3));
      open = hasContent ? { from: number, to: number } : { from: number + 1, to: number };
      isBare = false;
    } else if (END.test(line)) {
      close();
      isBare = true;
    } else if (line.trim() !== '') {
      open ??= { from: number, to: number };
      open.to = number;
      // A comment or a directive before the first marker is no document of its own.
      if (!/^\s*#|^%/.test(line)) isBare = false;
    }
  }
  close();
  return spans.map(({ from, to }) => ({ from, to: Math.max(from, to) }));
}
