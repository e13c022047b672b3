import { z } from 'zod'
import { createAccessKeys } from '../../src/authentication/access-keys.ts'
import type { Scope } from '../../src/authentication/scopes.ts'
import { startApi, type Answer, type Api, type Edge, type Test } from './api.ts'

/** The API that asks every caller who he is, with a clock that moves only when told. */
export interface GuardedApi {
  api: Api
  /** Secret of a key of the operator. */
  operator: string
  as: (credential: string) => Pick<Api, 'call'>
  /** A new key of a tenant, or of the operator. */
  newKey: (tenantId: string | undefined, scopes: Scope[], expiresAt?: Date) => Promise<{ id: string; secret: string }>
  token: (secret: string) => Promise<string>
  now: () => Date
  pass: (seconds: number) => void
}

const tokenBody = z.object({ accessToken: z.string() })

export const bearer = (credential: string): Record<string, string> => ({ authorization: `Bearer ${credential}` })

export async function startGuardedApi(test: Test, edge: Edge = {}): Promise<GuardedApi> {
  let time = new Date('2026-03-02T09:00:00Z')
  const now = (): Date => time
  const api = await startApi(test, {}, undefined, undefined, { mode: 'required', now }, edge)
  const keys = createAccessKeys(api.store, now)
  const newKey: GuardedApi['newKey'] = async (tenantId, scopes, expiresAt) => {
    const { key, secret } = await keys.create(tenantId, {
      name: scopes.join(' '),
      scopes,
      expiresAt: expiresAt ?? null,
    })
    return { id: key.id, secret }
  }
  const as: GuardedApi['as'] = (credential) => ({
    call: (method, path, body, headers): Promise<Answer> =>
      api.call(method, path, body, { ...bearer(credential), ...headers }),
  })
  return {
    api,
    operator: (await newKey(undefined, ['operator'])).secret,
    as,
    newKey,
    token: async (secret) => tokenBody.parse((await as(secret).call('POST', '/api/token')).body).accessToken,
    now,
    pass(seconds) {
      time = new Date(time.getTime() + seconds * 1000)
    },
  }
}
