import type { InlayHint } from 'vscode-languageserver';
import { hintTooltip, inlayHints, type HintData } from '../../features/inlay-hints/hints.ts';
import type { FeatureContext } from '../../features/context.ts';
import type { Handler, Session } from '../session.ts';

/** Hints; their tooltips when they are asked for, if the client can ask. */
export const inlayHintHandler: Handler = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),
  register(session) {
    const { inlayHint } = session.connection.languages;
    inlayHint.on((params, token) => session.answer<InlayHint[]>('inlayHint', params.textDocument.uri, token, [], ({ context, around }) => {
      const hints = inlayHints(context, params.range, around.editor.inlayHints);
      return resolvesTooltips(session) ? hints : hints.map((hint) => withTooltip(hint, context, session));
    }));
    inlayHint.resolve((hint, token) => session.answer('inlayHint', dataOf(hint)?.uri ?? '', token, hint, ({ context }) => withTooltip(hint, context, session)));
  },
  refresh({ connection, client }) {
    if (client.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh().catch(() => {});
  },
};

function withTooltip(hint: InlayHint, context: FeatureContext, { locale }: Session): InlayHint {
  const data = dataOf(hint);
  const tooltip = data && hintTooltip(data, context, locale);
  return tooltip ? { ...hint, tooltip } : hint;
}

/** Clients hand back what they were given, or nothing. */
function dataOf({ data }: InlayHint): HintData | undefined {
  const { uri, rows, omitted } = (data ?? {}) as Partial<HintData>;
  return typeof uri === 'string' && Array.isArray(rows) && rows.every((row) => typeof row === 'string') ? { uri, rows, omitted: omitted === true } : undefined;
}

function resolvesTooltips({ client }: Session): boolean {
  return client.textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true;
}
