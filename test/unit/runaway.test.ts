import assert from 'node:assert/strict';
import { boundRepeats } from '../../server/src/text/pattern.ts';
import { runsAway } from '../../server/src/text/runaway.ts';

describe('patterns that could take forever', () => {
  const fine = ['a', '[0-9]+', '[1-9][0-9]*(?:\\.[0-9]+)*', '(?:第|ver\\.?)?[0-9]{1,3}版?', '企画管理編|システム運用編', '第\\s*[0-9]+\\s*章', '[A-Z]+-[0-9]+-[A-Z]+', '(?:[.・] ?){3,}[0-9]+$',
    '(?!.*目次)[^】]+】', '[a-z]*[0-9]*', 'x\\\\1', '[\\])(\\[:-]*[0-9]+', '(?:a|b|c)(?:d|e)', '(?:i|v|x){1,3}', '[(*+?]+\\)', '(?<n>[あ-ん]+)[ア-ン]+', '\\b[0-9]{4}年(?:[0-9]{1,2}月)?'];
  for (const pattern of fine) it(`are not ${pattern}`, () => assert.equal(runsAway(pattern, 100), false));

  const endless = ['(?:[あ-ん]+)+', '(a*)*', '(?:a|a)*', '(?:a|b)*', '(?:ab?)*b*c', '(?:a?)*', '(?:a?){30}', '(a+){2,}', '(?:[あ-ん]+){20}', '(?:(?:a?){5}){5}', `${'a?'.repeat(25)}b`, '(?:a|aa)'.repeat(12), '.*.*.*x', 'a*a*b',
    '[a-m]+[k-z]+!', '[あ-ん]+[い]*う', '\\d+[0-9]+x', '\\w*[A-Z]*-', '[^a]*[^b]*c', '(?:a|b*)[b]+c', '.*x.*x.*y', '[A-Z]+[m-p]+1', '(.)\\1', '(?<a>.)\\k<a>', '(?=(?:a+)+b)a', '(?:x(?:ya*)*)*',
    '(?:\\.[0-9]+)*[0-9]*x', '[.-]*-*x', '(?:\\.-)*-?[a-]*-*x', '(?:-a)*(?:\\.-)*-*x', '[\\]\\[]+\\[*x', '(?:(?:(?:a{20}){20}){20}){20}', '[0-9]{1,500}[0-9]{1,500}x', '(?:\\.[0-9]+){1,5}[0-9]+x', 'a|(?:b+)+', 'x'.repeat(1_001)];
  for (const pattern of endless) it(`are ${pattern.slice(0, 40)}`, () => assert.equal(runsAway(pattern, 100), true));

  it('may have the pairs of repeats that are allowed', () => {
    assert.deepEqual([runsAway('^.+? ?[.…]{3,} ?[0-9]+$', 100, 1), runsAway('^.+? ?[.…]{3,} ?[0-9]+$', 100), runsAway('.*.*.*x', 100, 1)], [false, true, true]);
  });
});

describe('the repeats of a pattern', () => {
  for (const [pattern, bounded] of [
    ['[0-9]+', '[0-9]{1,64}'], ['[*+]*?', '[*+]{0,64}?'], ['\\+\\*', '\\+\\*'], ['a{2,}b{3}c{1,9}', 'a{2,64}b{3}c{1,9}'], ['a{100,}', 'a{100,100}'], ['a{0,500}', 'a{0,64}'],
    ['(?<n>第)?', '(?<n>第)?'], ['\\p{Script=Han}+', '\\p{Script=Han}{1,64}'], ['(?:a|b)+?', '(?:a|b){1,64}?'],
  ] as const) it(`of ${pattern} end: ${bounded}`, () => assert.equal(boundRepeats(pattern), bounded));
});
