import type { ToPage } from './messages.ts';

/** Whether a part of a message is what it should be. */
type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === 'string';
const flag: Test = (value) => typeof value === 'boolean';
const count: Test = (value) => Number.isInteger(value) && (value as number) >= 0;
const place: Test = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const listOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);
const optional = (test: Test): Test => (value) => value === undefined || test(value);
const record = (parts: Record<string, Test>): Test => (value) => typeof value === 'object' && value !== null
  && Object.entries(parts).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const summary = record({
  answered: count, applicable: count, errors: count, warnings: count, others: count, provisional: count, suppressed: count, broken: flag,
  filters: listOf(record({ name: text, label: text, count })), sections: listOf(record({ id: text, title: text, answered: count, applicable: count })), nextRemark: text,
});
const mode = record({ view: (value) => value === 'form' || value === 'guideline' || value === 'exceptions', readOnly: flag, alone: flag, locked: flag });

const MESSAGES: Record<ToPage['type'], Test> = {
  update: record({ uri: text, version: count, title: text, html: text, summary, mode }),
  cursor: record({ line: optional(count) }),
  scroll: record({ line: place }),
  fixes: record({ id: count, titles: listOf(text) }),
  reference: record({ id: count, html: text }),
  done: record({ id: count }),
  refused: record({ id: optional(count), reason: text }),
};

/** @returns the message if it is one that the page knows, whole; frames hear also what others send */
export function toPage(value: unknown): ToPage | undefined {
  const type = (value as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(MESSAGES, type)) return undefined;
  return MESSAGES[type as ToPage['type']](value) ? value as ToPage : undefined;
}
