import type { MessageKey } from '../l10n/translate.ts';
import { BEGINNING, firstOf, type Problem } from './problem.ts';
import type { SchemaError, Validate } from './validators.ts';
import type { Place, YamlFile } from './yaml-file.ts';

/** @returns what a schema finds wrong in a file, each thing once and in the user's terms */
export function schemaProblems(file: YamlFile, validate: Validate): Problem[] {
  try {
    if (validate(file.value)) return [];
  } catch {
    // Data nested beyond what the program can follow.
    return [{ message: { key: 'workspace.unusable' }, range: BEGINNING }];
  }
  const errors = validate.errors ?? [];
  // Of alternatives only the choice itself is told, and of a condition only what follows from it.
  const choices = new Map<string, SchemaError[]>();
  for (const error of errors) {
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') continue;
    const beside = choices.get(error.instancePath);
    if (beside) beside.push(error);
    else choices.set(error.instancePath, [error]);
  }
  const told = errors.filter((error) => error.keyword !== 'if' && error.propertyName === undefined
    && !choices.get(error.instancePath)?.some((choice) => error !== choice && error.schemaPath.startsWith(`${choice.schemaPath}/`)));
  const problems = firstOf(told, (error) => problemOf(error, errors, file));
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function problemOf(error: SchemaError, all: SchemaError[], file: YamlFile): Problem {
  const place = placeOf(error.instancePath);
  const value = valueAt(file.value, place);
  const shown = { place: nameOf(place), written: shortened(value) };
  const at = (key: MessageKey, args: Record<string, string | number> = {}): Problem => ({ message: { key, args: { ...shown, ...args } }, range: file.rangeOf(place) });
  const { params } = error;
  switch (error.keyword) {
    case 'required': return at('workspace.missing-key', { key: text(params['missingProperty']) });
    case 'additionalProperties': return unknownKey([...place, text(params['additionalProperty'])], file);
    case 'false schema': return unknownKey(place, file);
    case 'type':
      if (params['type'] === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return at('workspace.needs-quotes');
      return at('workspace.wrong-type', { type: text(params['type']) });
    case 'enum': return at('workspace.not-allowed', { known: (params['allowedValues'] as unknown[]).map(text).join(', ') });
    case 'const': return at('workspace.not-allowed', { known: text(params['allowedValue']) });
    case 'pattern': return at('workspace.wrong-spelling', { pattern: text(params['pattern']) });
    case 'format': return at('workspace.wrong-format', { format: text(params['format']) });
    case 'minItems': return at('workspace.too-few', { count: Number(params['limit']) });
    case 'minLength': return at('workspace.empty');
    case 'uniqueItems': return at('workspace.repeated');
    case 'anyOf':
    case 'oneOf': {
      const keys = all.filter((other) => other.keyword === 'required' && other.schemaPath.startsWith(`${error.schemaPath}/`)).map((other) => text(other.params['missingProperty']));
      return keys.length > 0 ? at('workspace.missing-key', { key: [...new Set(keys)].join(' / ') }) : at('workspace.choose-one');
    }
    case 'propertyNames': return unknownKey([...place, text(params['propertyName'])], file);
    case 'minimum': return at('workspace.too-small', { limit: Number(params['limit']) });
    default: return at('workspace.invalid');
  }
}

function unknownKey(place: Place, file: YamlFile): Problem {
  return { message: { key: 'workspace.unknown-key', args: { key: String(place.at(-1) ?? '') } }, range: file.rangeOfKey(place) };
}

/** The keys and indices that a JSON pointer names. */
function placeOf(pointer: string): Place {
  return pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^(?:0|[1-9][0-9]*)$/.test(part) ? Number(part) : part));
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

/** The last key, with the indices behind it. */
function nameOf(place: Place): string {
  const at = place.findLastIndex((step) => typeof step === 'string');
  return at < 0 ? '—' : `${place[at]}${place.slice(at + 1).map((index) => `[${index}]`).join('')}`;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? '…' : String(value);
}

function shortened(value: unknown): string {
  const written = text(value ?? '');
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
