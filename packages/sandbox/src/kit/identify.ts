import type { FastifyRequest } from 'fastify'

/** What a call is, for faults and counters. `subject` is the key, shop or tenant the call is made as. */
export type CallIdentity = { operation: string; subject?: string }

/** Names a call from its route and headers only (the body is not read yet); undefined = not part of the imitated API. */
export type Identify = (request: FastifyRequest) => CallIdentity | undefined
