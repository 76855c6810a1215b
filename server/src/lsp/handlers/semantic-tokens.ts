import { SemanticTokensBuilder, type SemanticTokens } from 'vscode-languageserver';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../features/semantic-tokens.ts';
import type { Span } from '../../sheet/model.ts';
import type { Asked, Handler } from '../session.ts';

/** Colours that know the form; asked for again when a workspace's forms change. */
export const semanticTokensHandler: Handler = {
  capabilities: () => ({
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
  }),
  register(session) {
    const { semanticTokens: requests } = session.connection.languages;
    requests.on((params, token) =>
      session.answer('semanticTokens', params.textDocument.uri, token, { data: [] }, (asked) => encoded(asked)));
    requests.onRange((params, token) =>
      session.answer('semanticTokens', params.textDocument.uri, token, { data: [] }, (asked) =>
        encoded(asked, { start: asked.document.offsetAt(params.range.start), end: asked.document.offsetAt(params.range.end) })));
  },
  refresh({ connection, client }) {
    if (client.workspace?.semanticTokens?.refreshSupport) void connection.languages.semanticTokens.refresh().catch(() => {});
  },
};

function encoded({ document, context }: Asked, within?: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of semanticTokens(context.sheet, within)) {
    const { line, character } = document.positionAt(span.start);
    const bits = modifiers.reduce((set, modifier) => set | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder.build();
}
