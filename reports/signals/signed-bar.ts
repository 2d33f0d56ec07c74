/** A bar from 0 in the middle to a number, in hundredths of its width; `side` says which way it goes. */
export type SignedBar = { readonly from: string; readonly length: string; readonly side: 'up' | 'down' };

/** @param limit the number whose bar is as long as can be; at least the size of `value` */
export function signedBar(value: number, limit: number): SignedBar {
  const length = limit > 0 ? (50 * Math.abs(value)) / limit : 0;
  return {
    from: (value < 0 ? 50 - length : 50).toFixed(1),
    length: length.toFixed(1),
    side: value < 0 ? 'down' : 'up',
  };
}
