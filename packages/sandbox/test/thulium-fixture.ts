import type { Test } from 'tap'
import { createThuliumSandbox, thuliumDemoSeed } from '../src/index.ts'
import type { ThuliumSandbox, ThuliumSwitches } from '../src/index.ts'

/** An answer read to its end. `json` is undefined for an empty body. */
type Answer = { status: number; text: string; json: unknown; headers: Headers }

export type Fixture = {
  sandbox: ThuliumSandbox
  url: string
  system: string
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Creates a ticket with the documented minimum plus `more` and returns its number. */
  createTicket: (more?: Record<string, unknown>) => Promise<number>
  getTicket: (id: number) => Promise<ApiTicket>
}

type ApiMessage = {
  message_id: number
  type: string
  user_login: string
  body: string
  comment: string
  system_comment: string
  created_at: string
  attachments: { attachment_id?: number; filename: string; size?: number; url?: string }[]
}

type ApiTicket = Record<string, unknown> & {
  ticket_id: number
  updated_at: string
  full_status_name: string
  messages: ApiMessage[]
  custom_fields: Record<string, string | null>
}

export type Rows = { count: number; result: { ticket_id: number; updated_at: string; source: string }[] }

export const marker = 'EmpikPlace wątek'

export const field = (name: string): string => `custom_fields[${encodeURIComponent(name)}]`

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

/** The demo system on a free port; closed when the test is over. */
export async function start(
  test: Pick<Test, 'teardown'>,
  switches: Partial<ThuliumSwitches> = {},
  more: { stateFile?: string } = {},
): Promise<Fixture> {
  const sandbox = await createThuliumSandbox({ seed: thuliumDemoSeed(), switches, ...more })
  test.teardown(() => sandbox.close())
  const url = await sandbox.listen(0)
  const system = 'demo-sklep'
  const authorization = basic('connector', 'demo-haslo-api')

  const call: Fixture['call'] = async (method, path, body, headers = {}) => {
    const bytes = Buffer.isBuffer(body)
    const answer = await fetch(`${url}/${system}/api/${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
    return {
      status: answer.status,
      text,
      json: isJson && text !== '' ? JSON.parse(text) : undefined,
      headers: answer.headers,
    }
  }
  return {
    sandbox,
    url,
    system,
    call,
    createTicket: async (fields = {}) => {
      const answer = await call('POST', 'tickets', {
        to: 'sklep@demo-sklep.example',
        from: 'empik-1@relay.example',
        subject: 'Pytanie',
        body: 'Kiedy paczka?',
        ...fields,
      })
      if (answer.status >= 300) throw new Error(`POST tickets: ${answer.status} ${answer.text}`)
      return (answer.json as { ticket_id: number }).ticket_id
    },
    getTicket: async (id) => (await call('GET', `tickets/${id}?include_custom_fields=true`)).json as ApiTicket,
  }
}
