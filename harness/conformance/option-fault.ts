import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AnyMethod } from '../define.ts';
import { CreditbenchError } from '../errors.ts';
import { brief } from '../files.ts';
import { selectMethod } from '../selection.ts';

const stray = 'no-such-option';

/** What is wrong with how a method reads its options: it takes strangers, or not what it says is its own default. */
export function faultOfOptions(method: AnyMethod): string | undefined {
  if (reads(method, { [stray]: '1' }) !== undefined)
    return `takes an option "${stray}" that it does not have; expected z.strictObject({ … })`;
  for (const [name, value] of defaultsOf(method)) {
    const written = reads(method, { [name]: String(value) });
    if (written === undefined) return `option "${name}" cannot be given its own default, ${name}=${value}`;
    const unsaid = reads(method, {});
    if (unsaid !== undefined && !isDeepStrictEqual(fieldOf(written, name), fieldOf(unsaid, name)))
      return `option "${name}" is ${brief(fieldOf(unsaid, name))} by default and ${brief(fieldOf(written, name))} when ${name}=${value} is given`;
  }
  return undefined;
}

/** The options as read, in a box; undefined where they are refused. */
function reads(method: AnyMethod, given: Record<string, string>): { readonly options: unknown } | undefined {
  try {
    return { options: selectMethod(method, given, 'check').options };
  } catch (error) {
    if (error instanceof CreditbenchError) return undefined;
    throw error;
  }
}

function fieldOf({ options }: { readonly options: unknown }, name: string): unknown {
  return typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined;
}

/** The defaults that can be written on a command line. */
function defaultsOf({ options }: AnyMethod): [name: string, value: string | number | boolean][] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).flatMap(([name, property]) => {
    const value = typeof property === 'object' ? property.default : undefined;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
}
