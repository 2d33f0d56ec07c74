/** @throws RangeError unless the value is a whole number of at least `least` */
export function checkWhole(value: number, what: string, least = 0): void {
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new RangeError(`${what} is ${value}; expected a whole number of at least ${least}`);
}
