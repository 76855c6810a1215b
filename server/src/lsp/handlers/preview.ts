import type { CancellationToken } from 'vscode-languageserver';
import { previewOf } from '../../render/preview.ts';
import { PREVIEW_CHANGED, PREVIEW_REQUEST, type PreviewParams, type PreviewResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Previews, and word of when they may be different now. */
export function previewHandler(): Handler {
  let asked = false;
  return {
    register(session) {
      session.connection.onRequest(PREVIEW_REQUEST, (params: PreviewParams, token: CancellationToken): Promise<PreviewResult> => {
        asked = true;
        return session.answer<PreviewResult>('preview', params.uri, token, null, ({ document, context, allFindings }) => ({
          version: document.version,
          ...previewOf(context.sheet, { findings: allFindings(), translate: context.translate, locale: session.locale }, params.view),
        }));
      });
    },
    refresh({ connection }) {
      // Whoever has asked for a preview knows this notification.
      if (asked) void connection.sendNotification(PREVIEW_CHANGED);
    },
  };
}
