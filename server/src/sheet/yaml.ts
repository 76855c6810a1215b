import { parseAllDocuments, type Alias, type Document, type Node } from 'yaml';
import { resolveAliases, type Aliases } from './aliases.ts';
import type { SyntaxNotice } from './notices.ts';
import type { Span } from './model.ts';
import type { Repaired } from './repair.ts';
import { yamlErrorText } from './yaml-errors.ts';

const NO_ALIASES: Aliases = { targets: new Map(), broken: [] };

/** Beyond these a document is reported and not read any further. */
export const LIMITS = { characters: 1_048_576, depth: 100, aliased: 10_000 };

export interface ParsedYaml {
  contents: Node | null;
  notices: SyntaxNotice[];
  /** The node an alias stands for; undefined when there is none, or it would contain itself. */
  target(alias: Alias): Node | undefined;
}

/**
 * The document's one full parse: YAML's failsafe schema, so that `17.10` and `2023-10-04` stay as written.
 * @returns the best tree there is, with notices whose spans are the document's own offsets; never throws
 */
export function parseYaml(repaired: Repaired): ParsedYaml {
  try {
    // The library does not know a lone CR as a line break; YAML does. Same length, so offsets hold.
    const documents = [...parseAllDocuments(repaired.text.replace(/\r(?!\n)/g, '\n'), {
      schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent',
    })];
    const first = documents[0];
    if (!first) return { contents: null, notices: [], target: () => undefined };
    const { targets, broken } = repaired.text.includes('*') ? resolveAliases(first, LIMITS.aliased) : NO_ALIASES;
    // One that is too much makes most others too much as well.
    const told = broken.filter(({ cause }, at) => cause !== 'too-many-aliases' || broken.findIndex((one) => one.cause === cause) === at);
    const aliases = told.map(({ alias, cause }): SyntaxNotice => (
      { kind: 'syntax', span: toDocument(repaired, alias.range?.[0] ?? 0, alias.range?.[1] ?? 0), cause, text: `*${alias.source}` }));
    return {
      contents: first.contents,
      notices: [...errorsOf(first, repaired), ...aliases, ...furtherDocuments(documents, repaired)],
      target: (alias) => targets.get(alias),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { contents: null, notices: [{ kind: 'syntax', span: { start: 0, end: 0 }, cause: 'too-deep', text: '' }], target: () => undefined };
  }
}

/** Only the first: what the library says behind it is mostly a consequence, and what is not shows once it is mended. */
function errorsOf(document: Document.Parsed | Document, repaired: Repaired): SyntaxNotice[] {
  return document.errors.slice(0, 1).map((error) => {
    const span = toDocument(repaired, error.pos[0], error.pos[1]);
    return {
      kind: 'syntax', span, cause: error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : `yaml:${error.code}`,
      text: yamlErrorText(repaired.text, error.pos[0]),
    };
  });
}

function furtherDocuments(documents: Document[], repaired: Repaired): SyntaxNotice[] {
  const second = documents[1];
  if (!second) return [];
  const start = second.range?.[0] ?? repaired.text.length;
  return [{ kind: 'syntax', span: toDocument(repaired, start, start + 3), cause: 'several-documents', text: '---' }];
}

function toDocument(repaired: Repaired, start: number, end: number): Span {
  const from = repaired.toDocument(start);
  return { start: from, end: Math.max(from, repaired.toDocument(end)) };
}
