import type { CancellationToken } from 'vscode-languageserver';
import { printStyles } from '../../print-styles.ts';
import { JAPANESE_LABELS } from '../../render/labels.ts';
import { renderPage, sheetName } from '../../render/page.ts';
import { viewSheet } from '../../render/view.ts';
import { RENDER_REQUEST, type RenderParams, type RenderResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** An open sheet as the page that is printed and sent, the same as the command line writes. */
export const renderHandler: Handler = {
  register(session) {
    session.connection.onRequest(RENDER_REQUEST, (params: RenderParams, token: CancellationToken): Promise<RenderResult> =>
      session.answer<RenderResult>('render', params.uri, token, null, ({ context }) => {
        const view = viewSheet(context.sheet);
        return { html: renderPage(view, printStyles), title: sheetName(view, JAPANESE_LABELS) };
      }));
  },
};
