import { filterWords } from '../../matrix/narrow.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { MatrixState } from '../../matrix/matrix-state.ts';
import { narrowLayer } from '../../matrix/narrow-layer.ts';
import { paint } from '../../matrix/paint.ts';
import type { Layer } from '../../navigator/layer.ts';
import { navigatorLink } from '../../site/navigator-address.ts';

/** The menu of what can be taken away: a picture, a layer, a link into the Navigator. */
export function connectDownloads(
  form: HTMLFormElement,
  load: () => Promise<Matrix>,
  stateNow: () => MatrixState,
): void {
  const menu = form.querySelector<HTMLElement>('#matrix-downloads');
  const note = menu?.querySelector<HTMLElement>('[data-navigator-note]');
  if (!menu || !note) return;
  menu.addEventListener('beforetoggle', (event) => {
    if (!(event instanceof ToggleEvent) || event.newState !== 'open') return;
    void load().then((matrix) => {
      offer(menu, note, matrix, stateNow());
    });
  });
  menu.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-download]') : null;
    if (!button) return;
    const make = button.dataset['download'] === 'svg' ? savePicture : saveLayer;
    load()
      .then((matrix) => make(matrix, stateNow()))
      .then(
        () => {
          menu.hidePopover();
        },
        () => {
          note.textContent = 'It could not be made: the data could not be fetched.';
        },
      );
  });
}

/** Says what there is for a state: the Navigator opens only what stands on the site as it is. */
function offer(menu: HTMLElement, note: HTMLElement, matrix: Matrix, state: MatrixState): void {
  const { site, navigator } = matrix.data;
  const { layer } = paint(matrix, state).view;
  const isNarrowed = filterWords(matrix, state).length > 0;
  const link = menu.querySelector<HTMLAnchorElement>('[data-navigator]');
  menu.querySelector('[data-download="layer"]')?.toggleAttribute('disabled', layer === undefined);
  if (link) {
    link.hidden = site === undefined || layer === undefined || isNarrowed;
    if (site !== undefined && layer !== undefined) link.href = navigatorLink(navigator, site + layer);
  }
  if (layer === undefined) note.textContent = 'There is no layer of changes since this date.';
  else if (link?.hidden)
    note.textContent =
      'To see it in the Navigator, download the layer and upload it there: Open Existing Layer.';
  else note.textContent = '';
}

async function saveLayer(matrix: Matrix, state: MatrixState): Promise<void> {
  const { view, shown } = paint(matrix, state);
  if (view.layer === undefined) return;
  const response = await fetch(matrix.data.base + view.layer);
  if (!response.ok) throw new Error(`${view.layer} answered ${response.status}.`);
  const layer = (await response.json()) as Layer;
  const narrowed = narrowLayer(layer, matrix, shown, filterWords(matrix, state));
  save(`${fileName(matrix, state)}.json`, 'application/json', JSON.stringify(narrowed, undefined, 2));
}

async function savePicture(matrix: Matrix, state: MatrixState): Promise<void> {
  const { pictureOf } = await import('./picture.ts');
  save(`${fileName(matrix, state)}.svg`, 'image/svg+xml', pictureOf(matrix, state));
}

function fileName({ data }: Matrix, { view, actor, since }: MatrixState): string {
  const about = { actor, change: since }[view] ?? '';
  return [data.domain, 'matrix', view, about].filter((part) => part !== '').join('-');
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
