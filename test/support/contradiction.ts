/** A sheet with a contradiction, in a row that ends the text. */
export const CONTRADICTION = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: リモートメンテナンス株式会社
サービス名称: リモート保守サービス
バージョン: 1.1
回答:
  1: 非該当
  1.1: はい
`;
