import { describe, expect, it } from 'vitest';
import { withTable } from '../../scripts/bench/write-page.ts';

const table = { id: 'layers', title: 'layers of a rule set', head: ['', '× bare'], rows: [['cold', '5.7']] };

describe('the page of figures', () => {
  it('gets a table in its place and keeps all else, however often it is written', () => {
    const page =
      'Before.\n\n{/* bench:layers */}\n\nold\n\n{/* end */}\n\nAfter.\n\n{/* bench:site */}{/* end */}\n';
    const once = withTable(page, table, 'Today.');
    expect(once).toBe(
      'Before.\n\n{/* bench:layers */}\n\n|      | × bare |\n| ---- | ------ |\n| cold | 5.7    |\n\n' +
        'Layers of a rule set. Today.\n\n{/* end */}\n\nAfter.\n\n{/* bench:site */}{/* end */}\n',
    );
    expect(withTable(once, table, 'Today.')).toBe(once);
  });

  it('says when it has no place for a table', () => {
    expect(() => withTable('Nothing here.', table, '')).toThrow(/no place for the table layers/);
  });
});
