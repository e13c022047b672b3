import { shownDocument, type Schema, type ShownDocument } from './document.ts'
import { resolve } from './fields.ts'

const zeroes: Readonly<Record<string, unknown>> = { string: '', integer: 0, number: 0, boolean: true, array: [] }

/** Of the body of a route, by its path with parameters in braces. */
export function exampleOfBody(document: unknown, path: string, method: string): unknown {
  const { paths, components } = shownDocument.parse(document)
  const schema = paths[path]?.[method]?.requestBody?.content['application/json']?.schema
  return schema && bodyOf(schema, components.schemas)
}

/** A body with what is required, made of the examples of the fields. */
export function bodyOf(given: Schema, schemas: ShownDocument['components']['schemas']): unknown {
  const schema = resolve(given, schemas)
  const [example] = schema.examples ?? schema.enum ?? []
  if (example !== undefined) return example
  if (!schema.properties) return zeroes[[schema.type ?? ''].flat()[0] ?? ''] ?? null
  const required = schema.required ?? []
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, property]) =>
      required.includes(name) && property.default === undefined ? [[name, bodyOf(property, schemas)]] : [],
    ),
  )
}
