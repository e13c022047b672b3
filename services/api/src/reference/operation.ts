import { html, type Html } from '../pages/html.ts'
import { problemType } from '../errors/problem.ts'
import { bodyOf } from './example.ts'
import type { Operation, Schema, ShownDocument } from './document.ts'
import { fieldList, fieldsOf, resolve, type Field } from './fields.ts'
import { phrase, prose } from './prose.ts'

export interface Place {
  method: string
  path: string
  operation: Operation
}

type Schemas = ShownDocument['components']['schemas']

/** Lines may break before each part of an address, rather than in a word. */
const breakable = (path: string): Html[] => path.split(/(?=\/)/).map((part) => html`${part}<wbr />`)

const section = (title: string, content: Html): Html =>
  html`<h4>${title}</h4>
    ${content}`

const parameterKinds = { path: 'In the path', query: 'In the query', header: 'Headers' } as const

function parameters({ parameters: all }: Operation, schemas: Schemas): Html[] {
  return Object.entries(parameterKinds).flatMap(([kind, title]) => {
    const fields: Field[] = all
      .filter((parameter) => parameter.in === kind)
      .map(({ schema, example, ...parameter }) => ({
        ...parameter,
        isText: true,
        schema: example === undefined ? schema : { ...schema, examples: [example] },
      }))
    return fields.length > 0 ? [section(title, fieldList(fields, schemas))] : []
  })
}

/** Who may call it, as one sentence. */
function access({ security, 'x-further-scope': further }: Operation): string {
  const [requirement] = security
  if (!requirement) return 'Needs no access key.'
  const scopes = Object.values(requirement).flat()
  if (scopes.length === 0) return 'Needs an access key with any scope.'
  const more = further ? `; with \`${further.query}=${further.value}\` also \`${further.scope}\`` : ''
  return `Needs the scope ${scopes.map((scope) => `\`${scope}\``).join(', ')}${more}.`
}

function request(place: Place, schemas: Schemas): Html {
  const body = place.operation.requestBody?.content['application/json']?.schema
  const example = body && JSON.stringify(bodyOf(body, schemas), null, 2)
  const lines = [
    `curl -X ${place.method.toUpperCase()} "$URL${place.path}"`,
    ...(place.operation.security.length === 0 ? [] : ['-H "authorization: Bearer $KEY"']),
    ...(example === undefined ? [] : [`-H 'content-type: application/json'`, `-d '${example}'`]),
  ]
  return html`<details>
    <summary>Example</summary>
    <pre>${lines.join(' \\\n  ')}</pre>
  </details>`
}

/** The fields of an answer; of each of its views, where it has several. */
function viewsOf(given: Schema, schemas: Schemas): Field[][] {
  const schema = resolve(given, schemas)
  return [schema, ...(schema.oneOf ?? []).map((one) => resolve(one, schemas))]
    .map(fieldsOf)
    .filter((fields) => fields.length > 0)
}

function answers({ responses }: Operation, schemas: Schemas): Html[] {
  return Object.entries(responses).map(([status, { description, content }]) => {
    const { schema } = content['application/json'] ?? {}
    const types = Object.keys(content).filter((type) => type !== 'application/json' && type !== problemType)
    const views = schema ? viewsOf(schema, schemas) : []
    return html`<li>
      <span class="status s${status.slice(0, 1)}">${status}</span>
      <div>
        ${description === 'Default Response' ? html`` : prose(description)}
        ${types.map((type) => html`<p><code>${type}</code></p>`)}
        ${views.map((fields, index) => html`${index === 0 ? '' : html`<p class="or">or</p>`} ${fieldList(fields, schemas)}`)}
      </div>
    </li>`
  })
}

export function operationArticle(place: Place, schemas: Schemas): Html {
  const { method, path, operation } = place
  const body = operation.requestBody?.content['application/json']?.schema
  return html`<article id="${operation.operationId}">
    <h3>${phrase(operation.summary)}</h3>
    <p class="address"><span class="method ${method}">${method.toUpperCase()}</span> <code>${breakable(path)}</code></p>
    ${prose(operation.description)}
    <p class="access">${phrase(access(operation))}</p>
    ${parameters(operation, schemas)}
    ${body ? section('Body', fieldList(fieldsOf(resolve(body, schemas)), schemas)) : html``} ${request(place, schemas)}
    <h4>Answers</h4>
    <ul class="answers">
      ${answers(operation, schemas)}
    </ul>
  </article>`
}
