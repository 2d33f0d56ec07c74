/** @throws RangeError naming the first value that is not a finite number */
export function checkFinite(values: ArrayLike<number>, what: string): void {
  for (let place = 0; place < values.length; place++)
    if (!Number.isFinite(values[place]))
      throw new RangeError(`value ${place} of ${what} is ${values[place]}; expected a finite number`);
}

/** @throws RangeError unless the value is strictly between 0 and 1 */
export function checkShare(value: number, what: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${what} is ${value}; expected a number between 0 and 1`);
}

/** @throws RangeError unless the value is a finite number of at least 0, or above 0 where `above` is asked for */
export function checkMagnitude(value: number, what: string, above?: 'above 0'): void {
  if (!Number.isFinite(value) || value < 0 || (above !== undefined && value === 0))
    throw new RangeError(`${what} is ${value}; expected a finite number ${above ?? 'of at least 0'}`);
}

/** @throws RangeError unless the value is an integer of at least 1 */
export function checkCount(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${what} is ${value}; expected a whole number of at least 1`);
}

/** @throws RangeError unless the value is a finite number */
export function checkNumber(value: number, what: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`${what} is ${value}; expected a finite number`);
}
