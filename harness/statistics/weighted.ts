/** An outcome and in how many equally likely ways it comes about: a whole number below 2⁵³. */
export type Weighted<Value> = { readonly value: Value; readonly count: number };

/** How many distinct outcomes there are, and in how many equally likely ways; Infinity beyond 2⁵³. */
export type Size = { readonly distinct: number; readonly ways: number };

/** Every way to take one outcome from each list. */
export function product<Value>(lists: readonly (readonly Weighted<Value>[])[]): Weighted<readonly Value[]>[] {
  let found: Weighted<readonly Value[]>[] = [{ value: [], count: 1 }];
  for (const list of lists)
    found = found.flatMap((start) =>
      list.map(({ value, count }) => ({ value: [...start.value, value], count: start.count * count })),
    );
  return found;
}

/** Every multiset of `size` independent draws, weighted by the number of orders times the counts of its members. */
export function multisets<Value>(kinds: readonly Weighted<Value>[], size: number): Weighted<readonly Value[]>[] {
  const found: Weighted<readonly Value[]>[] = [];
  const chosen: Value[] = [];
  const visit = (from: number, left: number, count: number): void => {
    if (left === 0) found.push({ value: [...chosen], count });
    if (left === 0 || from === kinds.length) return;
    const kind = kinds[from]!;
    visit(from + 1, left, count);
    let choices = 1;
    let powers = 1;
    for (let times = 1; times <= left; times++) {
      chosen.push(kind.value);
      // C(left, times) and count^times: whole numbers at every step.
      choices = (choices * (left - times + 1)) / times;
      powers *= kind.count;
      visit(from + 1, left - times, count * choices * powers);
    }
    chosen.length -= left;
  };
  visit(0, size, 1);
  return found;
}

export function sizeOfProduct(sizes: readonly Size[]): Size {
  return {
    distinct: sizes.reduce((total, { distinct }) => whole(total * distinct), 1),
    ways: sizes.reduce((total, { ways }) => whole(total * ways), 1),
  };
}

/** @param kinds distinct outcomes of one draw @param ways equally likely ways of one draw */
export function sizeOfMultisets(kinds: number, ways: number, size: number): Size {
  let distinct = 1;
  let total = 1;
  for (let taken = 1; taken <= size; taken++) {
    distinct = whole((distinct * (kinds + taken - 1)) / taken);
    total = whole(total * ways);
  }
  return { distinct, ways: total };
}

/** The least common multiple. */
export function commonMultiple(numbers: readonly number[]): number {
  return numbers.reduce((multiple, number) => whole((multiple / commonDivisor(multiple, number)) * number), 1);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function whole(number: number): number {
  return number <= Number.MAX_SAFE_INTEGER ? number : Number.POSITIVE_INFINITY;
}
