/**
 * A PDF file of some pages, as small as can be: its text is shown by numbers of glyphs, and a map says which characters
 * they are, as in files that word processors write.
 */
export function pdf(pages: readonly string[]): Uint8Array {
  const characters = [...new Set(pages.join('').replaceAll('\n', ''))];
  const code = (character: string): string => (characters.indexOf(character) + 1).toString(16).padStart(4, '0');
  const hex = (text: string): string => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const mapped = characters.map((character) => `<${code(character)}> <${hex(character)}>`);
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${
    Array.from({ length: Math.ceil(mapped.length / 100) }, (_, at) => mapped.slice(at * 100, at * 100 + 100)).map((part) => `${part.length} beginbfchar ${part.join(' ')} endbfchar`).join(' ')
  } endcmap end end`;
  const contents = pages.map((page) => `BT /F 10 Tf 14 TL 50 800 Td ${page.split('\n').map((line) => `<${[...line].map(code).join('')}> Tj T*`).join(' ')} ET`);
  const first = 7;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      stream(content),
    ]),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
