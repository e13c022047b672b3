import { z } from 'zod'

/** A value of a schema with every field filled. @param known for what is better not made up; undefined for the rest */
export function sampleOf(schema: unknown, known: (schema: unknown, name: string) => unknown, name = ''): unknown {
  const given = known(schema, name)
  if (given !== undefined) return given
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(Object.entries(schema.shape).map(([key, field]) => [key, sampleOf(field, known, key)]))
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element, known, name)]
  if (schema instanceof z.ZodRecord) return { [name]: sampleOf(schema.valueType, known, name) }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return sampleOf(schema.unwrap(), known, name)
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options[0], known, name)
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodString) return `${name}-1`
  if (schema instanceof z.ZodNumber) return 1
  if (schema instanceof z.ZodBoolean) return true
  throw new Error(`What ${name} is like must be written by hand: its kind of schema is not known here.`)
}
