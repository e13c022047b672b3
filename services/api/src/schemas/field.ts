import type { z } from 'zod'

/** Describes a field to callers, with a unit where it has one and a value that it could really have. */
export const field = <S extends z.ZodType>(schema: S, description: string, example?: z.input<S>): S =>
  schema.meta({ description, ...(example === undefined ? {} : { examples: [example] }) })
