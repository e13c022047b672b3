import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { apiVersion } from '../http/versions.ts'
import { jsonSchemaOverride } from './json-schema.ts'
import { z } from 'zod'
import { shareResponses } from './shared-responses.ts'
import { tags } from './tags.ts'
import { transformRoute } from './transform.ts'

const description = `
Connects EmpikPlace shops with Thulium accounts: configuration, verification of credentials, status and conversations.

**Start.** Connect a Thulium account (\`connectTenant\`), add a shop (\`createIntegration\`), try both sides
(\`authenticateIntegration\`), let it run (\`startIntegration\`), and watch it (\`getIntegrationStatus\`).

**Conventions.** Bodies and answers are JSON in UTF-8. Times are RFC 3339 in UTC, with \`Z\`. \`null\` means that there is
no value. Later versions may add fields to answers and values to enumerations: ignore what you do not know. Every answer
has \`x-request-id\`; send your own (at most 64 of \`A-Z a-z 0-9 _ . : -\`) to find a request in the log again.

**Versions.** This is version 1; a second one would be under \`/api/v2\`. Within a version nothing that you can rely on goes away. A
route that is to go answers \`Deprecation\` and \`Sunset\` for at least 180 days before. \`api-version\` of every answer under \`/api\`
tells which document it follows.

**Problems.** Whatever goes wrong is answered as \`application/problem+json\` (RFC 9457). Look at \`code\`: codes are stable,
texts are not. \`action\` says what to do, \`type\` leads to a page about the code. A 429 or 503 says in \`retry-after\` after how
many seconds to try again. A path that exists answers any other method with 405 and \`allow\`. HEAD is such a method, but for
files behind links and the health of the process: it would cost as much as GET. So is OPTIONS, but for preflights of CORS.

**Repeating.** When an answer was lost, send the request again. PUT and DELETE do the same thing twice; a POST that creates or
acts takes an \`Idempotency-Key\` of your making (a UUID, say): the same key with the same request acts once, and later ones get
the first answer, with \`idempotency-replayed: true\`. Keys are kept for 24 h, for each access key by itself. Not kept is what
failed for a passing reason (429, 5xx) or was refused by its contents (400, 413, 415), so the key stays free. After a 409 of the
present state, which is kept, take a new key. If the service died in the middle, the key is held for 2 min; then the request is
done anew, and what it makes is made once. One exception: \`probeSource\` may then leave a second test ticket.

**Changes of others.** Settings answer a strong \`etag\`. Send it back in \`if-match\` to save only over what you have seen (412
otherwise); without it the last one to save wins. A PUT answers none: read again for the new one.

**Polling.** Every GET under \`/api\` but streams answers an \`etag\`; with it in \`if-none-match\` the answer is 304 as long as
nothing has changed. Longer lists come in pages: \`nextCursor\` of one is \`cursor\` of the next.

**Limits.** Requests are counted by address and by tenant, per minute. \`ratelimit-policy\` tells the limits
(\`"tenant";q=1200;w=60\`: 1200 requests in 60 s) and \`ratelimit\` what is left (\`"tenant";r=1187;t=42\`: 1187, for the next 42 s).

**Web pages** of other origins may call the API where the operator allows their origin (CORS), without cookies.
`.trim()

/** Where callers are not authenticated (`API_AUTHENTICATION=off`), none is asked for. */
const bearer = {
  type: 'http',
  scheme: 'bearer',
  description:
    'An access key, or a token that was got for one. Each route names the scope that it asks for: `admin` includes those ' +
    'of its tenant, `operator` all.',
} as const

const components = createJsonSchemaTransformObject({ zodToJsonConfig: { override: jsonSchemaOverride } })

/** Every schema with a name comes as it is read and as it is written; most are used in one way only. */
function dropUnused(document: object, schemas: Record<string, unknown>): void {
  const text = JSON.stringify(document)
  const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))
  for (const name of unused) Reflect.deleteProperty(schemas, name)
  // What only an unused one had used is unused now.
  if (unused.length > 0) dropUnused(document, schemas)
}

/** What the body of a request could be, whole; undefined where it takes none. */
export type ExampleOfBody = (document: unknown, path: string, method: string) => unknown

const bodies = z.looseObject({
  requestBody: z.object({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) }).optional(),
})

function showBodies(document: object, paths: Record<string, unknown>, exampleOf: ExampleOfBody): void {
  for (const [path, item] of Object.entries(paths))
    for (const [method, said] of Object.entries(z.record(z.string(), z.unknown()).parse(item))) {
      const { requestBody } = bodies.parse(said)
      const json = requestBody?.content['application/json']
      if (!requestBody || !json) continue
      const content = {
        ...requestBody.content,
        'application/json': { ...json, example: exampleOf(document, path, method) },
      }
      Object.assign(said ?? {}, { requestBody: { ...requestBody, content } })
    }
}

const finishWith =
  (exampleOf: ExampleOfBody): SwaggerTransformObject =>
  (given) => {
    const document = components(given)
    // HEAD answers what GET does, without the body; a description of its own would only repeat it.
    const paths: Record<string, { get?: unknown; head?: unknown } | undefined> = document.paths ?? {}
    for (const path of Object.values(paths)) if (path?.get) delete path.head
    if ('components' in document && document.components.schemas) dropUnused(document, document.components.schemas)
    showBodies(document, paths, exampleOf)
    if ('components' in document) Object.assign(document.components, shareResponses(paths))
    return document
  }

/** Collects the routes registered from now on into the OpenAPI document that `app.swagger()` gives. */
export async function collectRoutes(app: FastifyInstance, exampleOf: ExampleOfBody): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'EmpikPlace-Thulium connector',
        version: apiVersion,
        description,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'The service that serves this document' }],
      tags: [...tags],
      components: { securitySchemes: { bearer } },
      security: [{ bearer: [] }],
    },
    convertConstToEnum: false,
    transform: transformRoute,
    transformObject: finishWith(exampleOf),
  })
}
