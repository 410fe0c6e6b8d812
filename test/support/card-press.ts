import { type Card, isRecord } from '../../infra/local/teams/activity.ts';

export type CardAction = Card & { readonly type: string };
/** An action with the inputs that go out with it: the whole card's and those of the opened parts around it. */
type Reachable = { readonly action: CardAction; readonly inputs: readonly Card[] };

const isAction = (value: unknown): value is CardAction =>
  isRecord(value) && typeof value.type === 'string' && value.type.startsWith('Action.');
const isInput = (value: unknown): value is Card =>
  isRecord(value) && typeof value.type === 'string' && value.type.startsWith('Input.');

function inputsIn(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(inputsIn);
  if (!isRecord(value) || isAction(value)) return [];
  return isInput(value) ? [value] : Object.values(value).flatMap(inputsIn);
}

function reachable(value: unknown, inputs: readonly Card[]): readonly Reachable[] {
  if (Array.isArray(value)) return value.flatMap(part => reachable(part, inputs));
  if (!isRecord(value)) return [];
  if (isAction(value)) {
    if (value.type === 'Action.ShowCard') return reachable(value.card, [...inputs, ...inputsIn(value.card)]);
    return [{ action: value, inputs: value.associatedInputs === 'none' ? [] : inputs }];
  }
  return Object.values(value).flatMap(part => reachable(part, inputs));
}

/** Every action that a person can press on a card, opened parts and pressable areas included. */
export function actionsOf(card: Card): readonly CardAction[] {
  return reachable(card, []).map(each => each.action);
}

function sent(input: Card, given: Readonly<Record<string, string>>): readonly [string, string] | undefined {
  const id = String(input.id);
  const start = input.value ?? (input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : '');
  const value = given[id] ?? String(start);
  const refused = `${id}: ${typeof input.errorMessage === 'string' ? input.errorMessage : 'no error message'}`;
  const emptyToggle = input.type === 'Input.Toggle' && value === String(input.valueOff ?? 'false');
  if (input.isRequired === true && (value === '' || emptyToggle)) throw new Error(refused);
  if (typeof input.regex === 'string' && value !== '' && !new RegExp(input.regex).test(value))
    throw new Error(refused);
  return value === '' ? undefined : [id, value];
}

export type Wanted = string | ((action: CardAction) => boolean);

/** By title before verb: several buttons may share a verb. */
function find(all: readonly Reachable[], wanted: Wanted): Reachable | undefined {
  if (typeof wanted === 'function') return all.find(({ action }) => wanted(action));
  return (
    all.find(({ action }) => action.title === wanted) ?? all.find(({ action }) => action.verb === wanted)
  );
}

/**
 * What the card library makes of a press: the action's own data with the inputs over it, each as text, empty optional
 * ones absent. Throws with the field's own error message where the library would not send.
 */
function pressedAction(card: Card, wanted: Wanted, given: Readonly<Record<string, string>>): CardAction {
  const all = reachable(card, inputsIn(card));
  const found = find(all, wanted);
  if (!found) {
    const titles = all.map(({ action }) => String(action.title ?? action.verb)).join(', ');
    throw new Error(`No button ${String(wanted)} on the card; it has: ${titles || 'none'}`);
  }
  if (found.action.isEnabled === false) throw new Error(`The button ${String(wanted)} is not enabled`);
  const ids = new Set(found.inputs.map(input => String(input.id)));
  const unknown = Object.keys(given).filter(id => !ids.has(id));
  if (unknown.length > 0)
    throw new Error(`No field ${unknown.join(', ')} on the card; it has: ${[...ids].join(', ')}`);
  const values = found.inputs.flatMap(input => {
    const entry = sent(input, given);
    return entry ? [entry] : [];
  });
  const data = isRecord(found.action.data) ? found.action.data : {};
  return { ...found.action, data: { ...data, ...Object.fromEntries(values) } };
}

/** The first of a message's cards that has the button. */
export function pressAmong(
  places: readonly { readonly card: Card; readonly at: number }[],
  button: Wanted,
  inputs: Readonly<Record<string, string>>,
): { readonly action: CardAction; readonly at: number } {
  const [only] = places;
  if (!only) throw new Error('That message has no card');
  const holder = places.find(({ card }) => find(reachable(card, []), button)) ?? only;
  return { action: pressedAction(holder.card, button, inputs), at: holder.at };
}
