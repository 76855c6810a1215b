import { JAPANESE_LABELS } from '../../render/labels.ts';
import { renderPage, sheetName } from '../../render/page.ts';
import { viewSheet } from '../../render/view.ts';
import { shippedStyles } from '../../shipped.ts';
import { onOwnRequest } from '../own-request.ts';
import { RENDER_REQUEST, type RenderParams, type RenderResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** An open sheet as the page that is printed and sent, the same as the command line writes. */
export const renderHandler: Handler = {
  register(session) {
    onOwnRequest<RenderParams, RenderResult>(session, RENDER_REQUEST, 'render', ({ context }) => {
      const view = viewSheet(context.sheet);
      return { html: renderPage(view, shippedStyles()), title: sheetName(view, JAPANESE_LABELS) };
    });
  },
};
