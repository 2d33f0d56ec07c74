/** Holds an option to its choices, for callers whose types are not checked. @throws RangeError naming the choices */
export function checkChoice<Choice extends string>(value: Choice, choices: readonly Choice[], what: string): void {
  if (!choices.includes(value)) throw new RangeError(`${what} is "${value}"; expected ${choices.join(' or ')}`);
}
