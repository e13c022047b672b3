import { html, type Html } from '../pages/html.ts'
import type { Schema, ShownDocument } from './document.ts'
import { phrase } from './prose.ts'

type Schemas = ShownDocument['components']['schemas']

const localName = /^#\/components\/schemas\/(.+)$/

export function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = localName.exec(schema.$ref ?? '')?.[1]
  return name === undefined ? schema : { ...schemas[name], ...(schema.description ? schema : {}) }
}

/** What a schema is besides null, and whether it may be null. */
function withoutNull(schema: Schema, schemas: Schemas): { schema: Schema; nullable: boolean } {
  const resolved = resolve(schema, schemas)
  const others = resolved.anyOf?.filter(({ type }) => type !== 'null')
  const [only] = others ?? []
  if (!only || others?.length !== 1) return { schema: resolved, nullable: [resolved.type].flat().includes('null') }
  return { schema: { ...resolve(only, schemas), ...definedOf(resolved) }, nullable: true }
}

/** The wrapper around a nullable schema has the words, the schema within has the rest. */
const definedOf = ({ description, examples }: Schema): Schema => ({
  ...(description === undefined ? {} : { description }),
  ...(examples === undefined ? {} : { examples }),
})

function typeName(schema: Schema, nullable: boolean, schemas: Schemas): string {
  const type = [schema.type ?? []].flat().filter((one) => one !== 'null')
  const items = schema.items && withoutNull(schema.items, schemas)
  const own = items
    ? `${typeName(items.schema, items.nullable, schemas)}[]`
    : (schema.format ?? (type.length > 0 ? type.join(' or ') : 'any JSON'))
  return nullable ? `${own} or null` : own
}

type Write = (value: unknown) => string

const asJson: Write = (value) => JSON.stringify(value)
/** As it stands in an address or a header. */
const asText: Write = (value) => (typeof value === 'string' ? value : asJson(value))

function limits({ minimum, maximum, maxLength }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`
  if (minimum !== undefined) return `at least ${minimum}`
  if (maximum !== undefined) return `at most ${maximum}`
  return maxLength === undefined ? '' : `at most ${maxLength} characters`
}

const codes = (label: string, values: readonly unknown[], write: Write): Html =>
  html` <span class="fact">${label} ${values.map((value) => html`<code>${write(value)}</code> `)}</span>`

const factsOf = (schema: Schema, write: Write): Html[] => [
  ...(schema.enum ? [codes('one of', schema.enum, write)] : []),
  ...(schema.const === undefined ? [] : [codes('always', [schema.const], write)]),
  ...(limits(schema) === '' ? [] : [html` <span class="fact">${limits(schema)}</span>`]),
  ...(schema.default === undefined ? [] : [codes('default', [schema.default], write)]),
  ...(schema.examples ? [codes('e.g.', schema.examples, write)] : []),
]

export interface Field {
  name: string
  schema: Schema
  required: boolean
  description?: string
  /** Not JSON, but a part of an address or a header. */
  isText?: boolean
}

function row({ name, schema: given, required, description, isText = false }: Field, schemas: Schemas): Html {
  const { schema, nullable } = withoutNull(given, schemas)
  const inner = schema.items ? withoutNull(schema.items, schemas).schema : schema
  const words = description ?? schema.description ?? ''
  return html`<li>
    <span class="name">${name}</span> <span class="type">${typeName(schema, nullable, schemas)}</span>
    ${required ? html`<span class="required">required</span>` : html``}
    <p>${phrase(words)}</p>
    <div>${factsOf(schema.items && !schema.enum ? { ...inner, ...schema } : schema, isText ? asText : asJson)}</div>
    ${
      inner.properties
        ? html`<details>
            <summary>Fields of <code>${name}</code></summary>
            ${fieldList(fieldsOf(inner), schemas)}
          </details>`
        : html``
    }
  </li>`
}

export const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name) }))

export const fieldList = (fields: readonly Field[], schemas: Schemas): Html =>
  html`<ul class="fields">
    ${fields.map((field) => row(field, schemas))}
  </ul>`
