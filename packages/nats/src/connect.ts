import type { ConnectionOptions, NatsConnection } from 'nats'
import type { NatsSettings } from './settings.ts'

/** Longest wait for a server to greet us, in ms; then the next one is tried. */
const connectTimeoutMs = 5_000

/** A connection is silent by nature, so the server is asked now and then; two questions without an answer, and it is dead. */
const questionEveryMs = 5_000
const unansweredQuestions = 2

/** What of the settings says who we are. */
export type NatsLogin = Partial<
  Pick<NatsSettings, 'NATS_USER' | 'NATS_PASSWORD' | 'NATS_TOKEN' | 'NATS_CREDENTIALS' | 'NATS_CA'>
>

const given = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]: V })

/** One connection, which does not come back by itself: whoever keeps it sees each loss, and what caused it. */
export async function connectTo(server: string, name: string, login: NatsLogin): Promise<NatsConnection> {
  // Loaded only where there is a server to talk to.
  const { connect, credsAuthenticator } = await import('./client.ts')
  const options: ConnectionOptions = {
    servers: server,
    name,
    ...given('user', login.NATS_USER),
    ...given('pass', login.NATS_PASSWORD),
    ...given('token', login.NATS_TOKEN),
    ...given('tls', login.NATS_CA === undefined ? undefined : { ca: login.NATS_CA }),
    ...given(
      'authenticator',
      login.NATS_CREDENTIALS === undefined
        ? undefined
        : credsAuthenticator(new TextEncoder().encode(login.NATS_CREDENTIALS)),
    ),
    reconnect: false,
    timeout: connectTimeoutMs,
    pingInterval: questionEveryMs,
    maxPingOut: unansweredQuestions,
    // Only the servers that the operator has named are called.
    ignoreClusterUpdates: true,
  }
  return connect(options)
}
