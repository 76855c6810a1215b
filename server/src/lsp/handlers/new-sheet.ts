import type { Catalogue } from '../../catalogue/catalogue.ts';
import { newSheet } from '../../features/new-sheet.ts';
import { withoutEnd } from '../../text/blank.ts';
import { today } from '../../today.ts';
import { FORMS_REQUEST, NEW_SHEET_REQUEST, type FormsParams, type FormsResult, type NewSheetParams, type NewSheetResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** New sheets, of the forms that the folder has which they will belong to. */
export const newSheetHandler: Handler = {
  register(session) {
    const catalogue = async ({ uri }: FormsParams): Promise<Catalogue> =>
      (await session.surroundings(uri === undefined ? 'untitled:' : `${withoutEnd(uri, /\//)}/new.sds.yaml`)).catalogue;
    session.connection.onRequest(FORMS_REQUEST, async (params: FormsParams): Promise<FormsResult> =>
      (await catalogue(params)).forms.map((form) => ({
        id: form.id,
        title: form.data.title,
        fields: form.header.map(({ key, required, kind, description }) => ({
          key, required, description: description[session.locale], ...(kind === 'date' ? { suggested: today() } : {}),
        })),
      })));
    session.connection.onRequest(NEW_SHEET_REQUEST, async (params: NewSheetParams): Promise<NewSheetResult> => {
      const found = await catalogue(params);
      const form = found.form(params.form);
      return form ? { text: newSheet(found, form, { header: params.header, answers: {} }) } : null;
    });
  },
};
