import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { Folder, sample, sds } from './fake-io.ts';

const BAD = sample(['  1: 非該当\n', '  1: 非該当\n  1.1: はい\n'], ['  3: はい\n', '  3: 丸\n']);

/** What SARIF 2.1.0 requires of the parts that are written here. */
const REGION = { type: 'object', required: ['startLine', 'startColumn', 'endLine', 'endColumn'], additionalProperties: { type: 'integer', minimum: 1 } };
const MESSAGE = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } }, additionalProperties: false };
const PHYSICAL = {
  type: 'object',
  required: ['artifactLocation', 'region'],
  additionalProperties: false,
  properties: {
    artifactLocation: { type: 'object', required: ['uri'], additionalProperties: false, properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9._~:/%!$&'()*+,;=@-]+$" } } },
    region: REGION,
  },
};
const LEVEL = { enum: ['none', 'note', 'warning', 'error'] };
const LOCATION = { type: 'object', required: ['physicalLocation'], additionalProperties: false, properties: { id: { type: 'integer', minimum: 0 }, physicalLocation: PHYSICAL, message: MESSAGE } };
const SARIF = {
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', pattern: '^https://.*sarif-schema-2\\.1\\.0\\.json$' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'columnKind', 'results', 'invocations'],
        additionalProperties: false,
        properties: {
          columnKind: { const: 'utf16CodeUnits' },
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'version', 'rules'],
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'fullDescription', 'help', 'helpUri', 'defaultConfiguration'],
                      additionalProperties: false,
                      properties: {
                        id: { type: 'string' },
                        shortDescription: MESSAGE,
                        fullDescription: MESSAGE,
                        help: { type: 'object', required: ['text', 'markdown'], additionalProperties: { type: 'string', minLength: 1 } },
                        helpUri: { type: 'string', pattern: '^https://' },
                        defaultConfiguration: { type: 'object', additionalProperties: false, properties: { level: LEVEL, enabled: { type: 'boolean' } } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'suppressions'],
              additionalProperties: false,
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level: LEVEL,
                message: MESSAGE,
                locations: { type: 'array', minItems: 1, items: LOCATION },
                relatedLocations: { type: 'array', uniqueItems: true, minItems: 1, items: LOCATION },
                suppressions: {
                  type: 'array',
                  items: { type: 'object', required: ['kind'], additionalProperties: false, properties: { kind: { const: 'inSource' }, justification: { type: 'string' } } },
                },
                properties: { type: 'object' },
              },
            },
          },
          invocations: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['executionSuccessful'],
              additionalProperties: false,
              properties: {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: { type: 'array', items: { type: 'object', required: ['message'], properties: { level: LEVEL, message: MESSAGE } } },
              },
            },
          },
        },
      },
    },
  },
};

describe('The formats of sds lint', () => {
  const folder = new Folder();
  const lint = async (format: string, ...args: string[]): Promise<string> => (await sds(['lint', '--format', format, ...args], { cwd: folder.path })).stdout;
  beforeEach(() => folder.write({ 'a b/ある,1:2.sds.yaml': BAD, 'good.sds.yaml': sample() }));

  describe('sarif', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(SARIF);
    const sarif = async (...args: string[]): Promise<Log> => {
      const log = JSON.parse(await lint('sarif', ...args)) as Log;
      assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
      return log;
    };

    it('is valid, with and without results and failures', async () => {
      await sarif('.');
      const failed = await sarif('.', 'none');
      assert.equal(failed.runs[0]!.invocations![0]!.executionSuccessful, false);
      assert.match(failed.runs[0]!.invocations![0]!.toolExecutionNotifications![0]!.message.text!, /none/);
      assert.deepEqual((await sarif('none')).runs[0]!.results, []);
    });

    it('holds what the JSON holds', async () => {
      const results = (await sarif('.')).runs[0]!.results!;
      const json = JSON.parse(await lint('json', '.'));
      assert.equal(results.length, json.length);
      for (const [at, result] of results.entries()) {
        const { file, code, message, range } = json[at];
        const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
        assert.equal(result.ruleId, code);
        assert.equal(result.message.text, message);
        assert.equal(decodeURIComponent(artifactLocation!.uri!), file);
        assert.deepEqual(
          [region!.startLine, region!.startColumn, region!.endLine, region!.endColumn],
          [range.start.line + 1, range.start.character + 1, range.end.line + 1, range.end.character + 1],
        );
      }
    });

    it('refers to its rules, and relates what decides', async () => {
      const run = (await sarif('.')).runs[0]!;
      for (const { ruleId, ruleIndex } of run.results!) assert.equal(run.tool.driver.rules![ruleIndex!]!.id, ruleId);
      const found = run.results!.find(({ ruleId }) => ruleId === 'inconsistent-answer')!;
      assert.equal(found.relatedLocations!.length, 1);
      assert.equal(found.level, 'error');
    });

    it('makes addresses of absolute names', async () => {
      const [result] = (await sarif(`${folder.path}/good.sds.yaml`)).runs[0]!.results!;
      assert.ok(result!.locations![0]!.physicalLocation!.artifactLocation!.uri!.startsWith('file:///'));
    });
  });

  describe('github', () => {
    it('writes a command a finding, with what commands need escaped', async () => {
      const lines = (await lint('github', './a b')).trimEnd().split('\n');
      const json = JSON.parse(await lint('json', './a b'));
      assert.equal(lines.length, json.length);
      const at = json.findIndex(({ code }: { code: string }) => code === 'inconsistent-answer');
      const { start } = json[at].range;
      const [, command, place, message] = /^::(\w+) (.*?)::(.*)$/.exec(lines[at]!)!;
      assert.equal(command, 'error');
      assert.equal(place, `file=a b/ある%2C1%3A2.sds.yaml,line=${start.line + 1},endLine=${start.line + 1},col=${start.character + 1},endColumn=${start.character + 3},title=inconsistent-answer`);
      assert.equal(message, json[at].message);
    });

    it('knows errors, warnings and notices', async () => {
      const lines = await lint('github', 'good.sds.yaml', '--rule', 'unused-remark=hint');
      assert.match(lines, /^::notice .*title=unused-remark/m);
      assert.match(await lint('github', 'good.sds.yaml'), /^::warning .*title=unused-remark/m);
    });
  });

  describe('text', () => {
    it('groups by file, in columns, with one summary line', async () => {
      const lines = (await lint('text', '.')).split('\n');
      assert.equal(lines[0], 'a b/ある,1:2.sds.yaml');
      assert.match(lines.find((line) => line.endsWith('inconsistent-answer'))!, /^ {2}\d+:8 {2,}エラー {2}1\.1 は、.* {2}inconsistent-answer$/);
      assert.ok(lines.indexOf('') < lines.indexOf('good.sds.yaml'));
      assert.match(lines.at(-2)!, /^2ファイルを検査しました: エラー 2、警告 \d+、情報 \d+、ヒント \d+$/);
    });

    it('is coloured on a terminal only', async () => {
      const coloured = await sds(['lint', 'good.sds.yaml'], { cwd: folder.path, terminal: true });
      assert.ok(coloured.stdout.includes('\u001b['));
      const plain = await sds(['lint', 'good.sds.yaml'], { cwd: folder.path, terminal: true, env: { NO_COLOR: '1' } });
      assert.ok(!plain.stdout.includes('\u001b['));
      assert.ok(!(await lint('text', 'good.sds.yaml')).includes('\u001b['));
    });
  });

  it('json is one array', async () => {
    assert.equal(await lint('json', 'good.sds.yaml', '--rule', 'unused-remark=off', '--rule', 'unexplained-answer=off'), '[]\n');
    assert.ok(Array.isArray(JSON.parse(await lint('json', '.'))));
  });
});
