import { referencesMarkdown } from '../../features/markdown/reference.ts';
import { onOwnRequest } from '../own-request.ts';
import { REFERENCE_REQUEST, type ReferenceParams, type ReferenceResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** What a hover says of a reference, for a reference that stands outside the text. */
export const referenceHandler: Handler = {
  register(session) {
    onOwnRequest<ReferenceParams, ReferenceResult>(session, REFERENCE_REQUEST, 'reference', ({ context }, params) => {
      const { guideline } = context.sheet;
      const reference = guideline?.grammar.parse(params.reference);
      if (!guideline || !reference) return null;
      return { markdown: referencesMarkdown(context, guideline.grammar.expand(reference), session.locale) };
    });
  },
};
