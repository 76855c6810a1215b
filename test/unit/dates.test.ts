import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isDate, readDate } from '../../server/src/text/dates.ts';
import { catalogue } from '../support/catalogue.ts';

const { eras } = catalogue().dialect;

describe('Dates', () => {
  const read: [string, string | undefined][] = [
    ['2023年10月4日', '2023-10-04'],
    ['2023/10/4', '2023-10-04'],
    ['2023.10.4', '2023-10-04'],
    ['20231004', '2023-10-04'],
    ['２０２３／１０／４', '2023-10-04'],
    ['2023-10-4', '2023-10-04'],
    ['令和5年10月4日', '2023-10-04'],
    ['令和　５年１０月　４日', '2023-10-04'],
    ['R5.10.4', '2023-10-04'],
    ['r5/10/4', '2023-10-04'],
    ['㋿5年10月4日', '2023-10-04'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和1年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['昭和64年1月7日', '1989-01-07'],
    ['S64.1.7', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['2024年2月29日', '2024-02-29'],
    ['2023年10月4日（水）', '2023-10-04'],
    ['2023/10/4(水曜日)', '2023-10-04'],
    ['令和5年10月4日 水曜日', '2023-10-04'],
    ['西暦２０２３年１０月４日', '2023-10-04'],
    ['令和五年十月四日', '2023-10-04'],
    ['平成二十三年十二月三十一日', '2011-12-31'],
    ['二〇二三年十月二十日', '2023-10-20'],
    // Which of the two is wrong only its writer knows.
    ['2023年10月4日（木）', undefined],
    ['二十三十年一月一日', undefined],
    // Days that are not in the era they name, or not in the calendar, are nobody's guess.
    ['令和元年4月30日', undefined],
    ['平成31年5月1日', undefined],
    ['平成元年1月7日', undefined],
    ['昭和64年1月8日', undefined],
    ['2023年2月29日', undefined],
    ['2023/13/1', undefined],
    ['10月4日', undefined],
    ['未定', undefined],
    ['', undefined],
  ];
  for (const [written, expected] of read) {
    it(`reads ${JSON.stringify(written)} as ${expected ?? 'nothing'}`, () => assert.equal(readDate(written, eras), expected));
  }

  it('knows the days of the calendar', () => {
    assert.ok(isDate('2024-02-29'));
    for (const text of ['2023-02-29', '2023-1-1', '2023-00-10', '2023-10-04 ', '２０２３-10-04']) assert.ok(!isDate(text), text);
  });

  it('reads only what is a day, from any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789年月日令和元平成昭RHS.-/０５') }), (text) => {
      const date = readDate(text, eras);
      assert.ok(date === undefined || isDate(date));
    }));
  });
});
