// schemas/sheet.schema.json: the shape of a sheet, for editors and tools that know JSON Schema and not this project.
// It says what can stand where, and nothing of when a question applies: that takes the language server.
import { readShippedData } from '../build/shipped-data.mjs';

/**
 * @typedef {import('../../server/src/catalogue/catalogue.ts').CatalogueData} CatalogueData
 * @typedef {import('../../server/src/catalogue/dialect.ts').DialectData} DialectData
 * @typedef {import('../../server/src/catalogue/form.ts').FormData} FormData
 * @typedef {Record<string, unknown>} Schema
 */

/** @returns {Promise<{ path: string, content: string }[]>} */
export async function generate() {
  const { data } = await readShippedData();
  return [{ path: 'schemas/sheet.schema.json', content: `${JSON.stringify(sheetSchema(data), null, 2)}\n` }];
}

/**
 * What folding turns into other characters (full-width and compatibility forms, as in text from a PDF), and blanks.
 * A spelling with one of these is read as meant, so only the language server can say whether it means anything.
 */
const FOLDED = '[\\s\\u00b2\\u00b3\\u00b9\\u2010-\\u2015\\u2024-\\u2026\\u2070-\\u209f\\u2100-\\u214f\\u2212\\u2460-\\u24ff'
  + '\\u2e80-\\u2fdf\\u301c\\u3200-\\u33ff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uffef]';

/** Where SchemaStore's catalogue finds it (docs/schemastore). */
const ADDRESS = 'https://raw.githubusercontent.com/sds-authoring/sds-authoring/main/schemas/sheet.schema.json';

/** YAML's core schema reads 1.1 as a number and true as a boolean; a sheet means what is written. */
const SCALAR = ['string', 'number', 'boolean'];
const DATE = '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$';

/** @type {(name: string) => Schema} */
const ref = (name) => ({ $ref: `#/definitions/${name}` });
/**
 * Draft 7 ignores what stands beside a $ref.
 * @type {(description: string, name: string) => Schema}
 */
const described = (description, name) => ({ description, allOf: [ref(name)] });
/** @type {(properties: Schema, required?: string[]) => Schema} */
const closed = (properties, required = []) => ({
  type: 'object', properties, patternProperties: { [FOLDED]: {} }, additionalProperties: false, ...(required.length > 0 ? { required } : {}),
});
/**
 * Readers in strict mode take no lists of types.
 * @type {(types: string[], ofStrings?: Schema) => Schema}
 */
const ofTypes = ([first, ...others], ofStrings = {}) => {
  const own = (/** @type {string | undefined} */ type) => ({ type, ...(type === 'string' ? ofStrings : {}) });
  return others.length === 0 ? own(first) : { anyOf: [first, ...others].map(own) };
};
/** @type {(...types: string[]) => Schema} */
const ofScalarOr = (...types) => ofTypes([...SCALAR, ...types]);
/**
 * Listed for completion; other spellings of the same are left to the language server.
 * @type {(words: string[], type?: string | string[]) => Schema}
 */
const oneOf = (words, type = 'string') => ({ anyOf: [{ enum: words }, { type, pattern: `^$|${FOLDED}` }] });

/**
 * @param {CatalogueData} data
 * @returns {Schema} a JSON Schema of draft 7, which editors support best
 */
export function sheetSchema({ dialect, forms }) {
  const names = forms.map((form) => definitionName(form.id));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: ADDRESS,
    $comment: 'Generated from the data beside it by scripts/generate/sheet-schema.mjs. Do not edit.',
    title: '.sds.yaml',
    description: '医療情報セキュリティ開示書 / A disclosure sheet. Written for readers with string keys; numbers are allowed where YAML makes them of text.',
    ...byForm(dialect, forms),
    definitions: {
      ...Object.fromEntries(forms.map((form, at) => [names[at], formSchema(form, dialect, forms)])),
      ...Object.assign({}, ...forms.map((form) => answerSchemas(form, dialect))),
      cites: {
        anyOf: [ofTypes(['string', 'integer', 'null']), { type: 'array', items: ofTypes(['string', 'integer']) }],
      },
      references: {
        anyOf: [ofTypes(['string', 'number', 'null']), { type: 'array', items: ofTypes(['string', 'number']) }],
      },
    },
  };
}

/**
 * Each form's own schema for the sheets that name it; the last one's also for those that name none, or none in plain letters.
 * What a sheet of another form holds, as a workspace may have one, only the language server knows.
 * @param {DialectData} dialect
 * @param {FormData[]} forms
 * @returns {Schema}
 */
function byForm(dialect, forms) {
  const key = dialect.sheet.form.key;
  const others = { type: 'string', pattern: '\\S', not: oneOf(forms.map(({ id }) => id)) };
  return {
    if: { type: 'object', required: [key], properties: { [key]: others } },
    then: { type: 'object', properties: { [key]: formKey(dialect, forms, 'string') } },
    else: byOneOf(dialect, forms),
  };
}

/**
 * @param {DialectData} dialect
 * @param {FormData[]} forms
 * @returns {Schema}
 */
function byOneOf(dialect, forms) {
  const key = dialect.sheet.form.key;
  const [form, ...rest] = forms;
  if (form === undefined) return {};
  const schema = { allOf: [ref(definitionName(form.id))] };
  if (rest.length === 0) return schema;
  return { if: { type: 'object', required: [key], properties: { [key]: { const: form.id } } }, then: schema, else: byOneOf(dialect, rest) };
}

/**
 * @param {DialectData} dialect
 * @param {FormData[]} forms
 * @param {string} [others] the type of what is no form that ships
 * @returns {Schema}
 */
function formKey({ sheet: { form } }, forms, others) {
  const ids = forms.map(({ id }) => id);
  return { description: form.description.ja, ...(others ? { anyOf: [{ enum: ids }, { type: others }] } : oneOf(ids)) };
}

/**
 * @param {FormData} form
 * @param {DialectData} dialect
 * @param {FormData[]} forms
 * @returns {Schema}
 */
function formSchema(form, dialect, forms) {
  const { form: naming, answers, remarks, internal } = dialect.sheet;
  const rows = form.sections.flatMap((section) => section.rows);
  return {
    title: form.title,
    ...closed({
      [naming.key]: formKey(dialect, forms),
      ...Object.fromEntries(form.header.map((field) => [field.key, headerField(field)])),
      [answers.key]: {
        description: answers.description.ja,
        ...closed(Object.fromEntries(rows.map((row) => [row.id, rowSchema(row, form, dialect)]))),
      },
      [remarks.key]: {
        description: remarks.description.ja,
        type: ['object', 'null'],
        additionalProperties: ofScalarOr('null'),
      },
      [internal.key]: { description: internal.description.ja },
    }, [naming.key, ...form.header.filter((field) => field.required).map((field) => field.key), answers.key]),
  };
}

/**
 * @param {import('../../server/src/catalogue/form.ts').HeaderFieldData} field
 * @returns {Schema}
 */
function headerField({ kind, required, description }) {
  const types = [...(kind === 'date' ? ['string'] : SCALAR), ...(required ? [] : ['null'])];
  return { description: description.ja, ...ofTypes(types, kind === 'date' ? { pattern: DATE } : required ? { pattern: '\\S' } : {}) };
}

/**
 * @param {import('../../server/src/catalogue/form.ts').RowData} row
 * @param {FormData} form
 * @param {DialectData} dialect
 * @returns {Schema}
 */
function rowSchema(row, form, dialect) {
  const description = row.text + (row.refs.length > 0 ? ` (${row.refs.join('、')})` : '');
  if (row.kind !== 'heading') return described(description, answerName(form.id, row.kind));
  const { references, internal } = dialect.answer;
  const properties = {
    ...Object.fromEntries((row.options ?? []).map((option) => [option.key, described(option.text, answerName(form.id, 'answer'))])),
    [references.key]: described(references.description.ja, 'references'),
    [internal.key]: { description: internal.description.ja },
  };
  const { type, ...options } = closed(properties);
  return { description, type: [type, 'null'], ...options };
}

/**
 * An answer is a word, or a map that holds one; an empty one counts as left out.
 * @param {FormData} form
 * @param {DialectData} dialect
 * @returns {Schema}
 */
function answerSchemas(form, dialect) {
  const { word, cites, remark, references, provisional, internal } = dialect.answer;
  return Object.fromEntries(Object.entries(form.answers).flatMap(([kind, words]) => {
    const name = answerName(form.id, kind);
    return [
      [`${name}-word`, oneOf(words.map((one) => one.word), ['string', 'null'])],
      [name, {
        anyOf: [ref(`${name}-word`), closed({
          [word.key]: described(word.description.ja, `${name}-word`),
          [cites.key]: described(cites.description.ja, 'cites'),
          [remark.key]: { description: remark.description.ja, ...ofScalarOr('null') },
          [references.key]: described(references.description.ja, 'references'),
          [provisional.key]: { description: provisional.description.ja, ...ofScalarOr('null') },
          [internal.key]: { description: internal.description.ja },
        }, [word.key])],
      }],
    ];
  }));
}

/** @param {string} form */
function definitionName(form) {
  return `sheet-${form}`;
}

/**
 * @param {string} form
 * @param {string} kind
 */
function answerName(form, kind) {
  return `${kind}-${form}`;
}
