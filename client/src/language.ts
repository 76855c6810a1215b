/** The language id of disclosure sheets. */
export const LANGUAGE = 'sds-yaml';
