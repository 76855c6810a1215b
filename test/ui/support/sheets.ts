// Sheets to type into.

/** The head of a sheet. */
export const HEAD = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: リモートメンテナンス株式会社
サービス名称: リモート保守サービス
バージョン: 1.1
`;

/** A sheet with these lines below 回答; line 7 is the first of them. */
export const answers = (lines: string): string => `${HEAD}回答:\n${lines}\n`;
