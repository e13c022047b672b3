import type { OpenAPIV3_1 } from 'openapi-types'
import type { ProblemCode } from '../errors/catalogue.ts'

/** By status. */
export type Responses = Record<string, OpenAPIV3_1.ResponseObject>

declare module 'fastify' {
  interface FastifySchema {
    /** Problems of this route besides those that `generalProblems` finds for every route of its kind. */
    problems?: readonly ProblemCode[]
    /** Answers that no schema of the route checks: pages, streams, files. */
    unchecked?: Responses
  }
}
