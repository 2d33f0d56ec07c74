import { type ZodType, z } from 'zod';

/** The schema of a `*.game.json` of one form: what all forms share, and the fields of this one. */
export function formSchema<const Form extends string, Fields extends z.ZodRawShape>(form: Form, fields: Fields) {
  return z.strictObject({
    kind: z.literal('game'),
    agents: z.array(z.string().min(1)),
    form: z.literal(form),
    ...fields,
  });
}

/** What a form's function takes: its file without the words that only tell files apart. */
export type Spec<Schema extends ZodType> = Omit<z.output<Schema>, 'kind' | 'form'>;
