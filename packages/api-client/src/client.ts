import createClient, { type Client } from 'openapi-fetch'
import { createPatientFetch, type PatienceOptions } from './patient-fetch.ts'
import type { paths } from './connector-api.generated.ts'

/** Every route of the API, with the types of its parameters, bodies, answers and problems. */
export type ConnectorClient = Client<paths>

export interface ConnectorClientOptions {
  /** Where the API is, such as `https://connector.example`. */
  baseUrl: string
  /** An access key or a token; none where callers are not authenticated. */
  credential?: string
  /** How it waits, tries again and keeps what it was shown. */
  patience?: PatienceOptions
}

/**
 * A client of the connector's API. No call throws for an answer of the API: what is not a success is in `error`, a
 * problem whose `code` tells it apart. Without any answer, after some tries, the rejection of `fetch` comes through.
 */
export const createConnectorClient = ({ baseUrl, credential, patience }: ConnectorClientOptions): ConnectorClient =>
  createClient<paths>({
    baseUrl,
    fetch: createPatientFetch(patience),
    ...(credential === undefined ? {} : { headers: { authorization: `Bearer ${credential}` } }),
  })
