// What is measured of the engine, to be bundled as it ships (shipped.ts).
export { TextDocument } from 'vscode-languageserver-textdocument';
export { parseDocument } from 'yaml';
export { createCatalogue } from '../../server/src/catalogue/catalogue.ts';
export { complete } from '../../server/src/features/completion/complete.ts';
export { hover } from '../../server/src/features/hover.ts';
export { translator } from '../../server/src/l10n/translate.ts';
export { lint } from '../../server/src/lint/lint.ts';
export { previewOf } from '../../server/src/render/preview.ts';
export { readSheet } from '../../server/src/sheet/read.ts';
