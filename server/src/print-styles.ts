import printCss from './render/print.css';
import sheetCss from './render/sheet.css';

/** The style sheets of a page that is printed or sent, put here by the build. */
export const printStyles = `${sheetCss}\n${printCss}`;
