import { changeSince } from '../../matrix/choose-view.ts';
import { actorLabel, findActor } from '../../matrix/find-actor.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { MatrixState } from '../../matrix/matrix-state.ts';
import { element } from './element.ts';

type Choice = Partial<MatrixState>;

/** Shows a state on the controls. */
export function showState(form: HTMLFormElement, state: MatrixState, matrix?: Matrix): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('[name="view"]'))
    radio.checked = radio.value === state.view;
  for (const select of form.querySelectorAll('select')) {
    if (select.name === 'since') continue;
    const value = state[select.name as keyof MatrixState];
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
    select.toggleAttribute('data-set', select.value !== '');
  }
  const since = form.querySelector<HTMLSelectElement>('[name="since"]');
  if (since) {
    since.disabled = state.view !== 'change';
    since.parentElement?.toggleAttribute('hidden', state.view !== 'change');
    const compared = matrix && changeSince(matrix.data.changes, state.since);
    if (compared) since.value = compared.date;
  }
  const actor = form.querySelector<HTMLInputElement>('[name="actor"]');
  if (actor && matrix) {
    const chosen = matrix.actor(state.actor);
    const [first] = matrix.data.actors;
    actor.value = chosen ? actorLabel(chosen) : '';
    actor.placeholder = state.view === 'actor' && first ? actorLabel(first) : 'Any actor';
    actor.setCustomValidity('');
    actor.toggleAttribute('data-set', chosen !== undefined || state.view === 'actor');
  }
  pressed(form.querySelector('[data-unfold]'), state.unfold === 'all');
  pressed(form.querySelector('[data-as-table]'), state.as === 'table');
}

function pressed(button: Element | null, is: boolean): void {
  button?.setAttribute('aria-pressed', String(is));
}

/** Lists every actor for the search box, once. */
export function listActors(form: HTMLFormElement, { data }: Matrix): void {
  const list = form.querySelector('[data-actors]');
  if (!list || list.childElementCount > 0) return;
  list.append(
    ...data.actors.map((actor) => element('option', { value: actorLabel(actor), label: actor.aliases })),
  );
}

/** What a changed control chooses; undefined when it chooses nothing there is. */
export function choiceOf(control: EventTarget | null, matrix: Matrix): Choice | undefined {
  if (control instanceof HTMLSelectElement) return { [control.name]: control.value };
  if (!(control instanceof HTMLInputElement)) return undefined;
  if (control.name === 'view') return { view: control.value };
  if (control.value.trim() === '') return { actor: '' };
  const actor = findActor(matrix.data.actors, control.value);
  control.setCustomValidity(actor ? '' : 'No actor has this name or id.');
  control.reportValidity();
  return actor ? { actor: actor.id } : undefined;
}
