import { both } from '@connector/domain/words'
import { sides, type Side, type ThuliumConnection } from '@connector/domain/events'
import { authenticated } from '@connector/domain/integration'
import type { IntegrationRef } from '@connector/domain/words'
import type { Cause, Repository } from '@connector/repository'
import { ApiError } from '../errors/api-error.ts'
import { checksOf } from './check.ts'
import type { SideVerified } from './empikplace.ts'
import type { KnownIntegrations, KnownTenants } from './known.ts'
import { texts } from './texts.ts'
import type { ThuliumReads } from './thulium-reads.ts'
import { checkLogin } from './thulium.ts'
import { createTries, type TriesDeps } from './tries.ts'
import { partOf, type VerificationResult } from './verification.ts'
import { isFine, type Check, type Part } from './vocabulary.ts'

/** What became of new credentials: stored only when the other side accepts them, so that what works stays in use. */
type Replacement = VerificationResult & { stored: boolean }

/** Tries the credentials of an integration on both outside APIs, without writing anything there. */
export interface Verifier {
  /** A side that accepts is authenticated, and an integration that its rejections had stopped runs again. */
  integration(ref: IntegrationRef, causedBy: Cause): Promise<VerificationResult>
  /** Tries a key that belongs to no integration yet, and remembers nothing. */
  shop(credentials: { shopId: string; apiKey: string }): Promise<VerificationResult>
  /** Tries a key that is not stored yet; `store` is called when EmpikPlace accepts it. Then both sides as above. */
  newKey(ref: IntegrationRef, apiKey: string, store: () => Promise<void>, causedBy: Cause): Promise<Replacement>
  /**
   * Tries a login of a Thulium account that is not stored yet; `store` is called when Thulium accepts it. Then every
   * integration of the tenant as above, with the reads of the account shared between them.
   * @param password undefined for the stored one
   */
  newLogin(
    tenantId: string,
    login: { account: ThuliumConnection; password: string | undefined },
    store: () => Promise<void>,
    integrationIds: readonly string[],
    causedBy: Cause,
  ): Promise<Replacement & { verifications: Verification[] }>
  /** The integrations of a tenant with the stored password of its account. */
  integrations(tenantId: string, integrationIds: readonly string[], causedBy: Cause): Promise<Verification[]>
}

type Verification = VerificationResult & { integrationId: string }

interface VerifierDeps extends TriesDeps {
  repository: Pick<Repository, 'changeIntegration'>
  directory: KnownTenants & KnownIntegrations
}

export function createVerifier(deps: VerifierDeps): Verifier {
  const { repository, directory } = deps
  const { secret, readsOf, tryKey, tryEmpikPlace, tryThulium } = createTries(deps)

  async function record(
    ref: IntegrationRef,
    tried: Record<Side, SideVerified>,
    causedBy: Cause,
  ): Promise<VerificationResult> {
    const verified = sides.filter((side) => isAccepted(tried[side]))
    if (verified.length > 0)
      await repository.changeIntegration(ref, causedBy, (state) =>
        authenticated(
          state,
          verified.map((side) => {
            const { accountName, clockOffsetMs } = tried[side]
            return { side, accountName, clockOffsetMs }
          }),
        ),
      )
    return {
      ok: verified.length === sides.length,
      parts: sides.flatMap((side) => tried[side].checks.map(partOf)),
    }
  }

  async function verify(
    ref: IntegrationRef,
    account: ThuliumConnection,
    reads: ThuliumReads | undefined,
    causedBy: Cause,
  ): Promise<VerificationResult> {
    const apiKey = await secret(ref.tenantId, `empikplace:${ref.integrationId}`)
    const [empikplace, thulium] = await Promise.all([tryEmpikPlace(ref, apiKey), tryThulium(ref, account, reads)])
    return record(ref, { empikplace, thulium }, causedBy)
  }

  async function verifyAll(
    tenantId: string,
    integrationIds: readonly string[],
    account: ThuliumConnection,
    reads: ThuliumReads | undefined,
    causedBy: Cause,
  ): Promise<Verification[]> {
    const verified = integrationIds.map(async (integrationId): Promise<Verification[]> => {
      try {
        return [{ integrationId, ...(await verify({ tenantId, integrationId }, account, reads, causedBy)) }]
      } catch (error) {
        // Deleted meanwhile, or just before and the read model does not know it yet.
        if (error instanceof ApiError && error.code === 'integration.unknown') return []
        throw error
      }
    })
    return (await Promise.all(verified)).flat()
  }

  return {
    async integration(ref, causedBy) {
      const account = await directory.tenant(ref.tenantId)
      return verify(ref, account, await readsOf(ref.tenantId, account), causedBy)
    },
    async shop({ shopId, apiKey }) {
      const tried = await tryKey(shopId, apiKey)
      return { ok: isAccepted(tried), parts: tried.checks.map(partOf) }
    },
    async newKey(ref, apiKey, store, causedBy) {
      const account = await directory.tenant(ref.tenantId)
      const [empikplace, thulium] = await Promise.all([
        tryEmpikPlace(ref, apiKey),
        readsOf(ref.tenantId, account).then((reads) => tryThulium(ref, account, reads)),
      ])
      if (!isAccepted(empikplace)) throw notAccepted('EmpikPlace', 'apiKey', empikplace.checks)
      await store()
      return { stored: true, ...(await record(ref, { empikplace, thulium }, causedBy)) }
    },
    async newLogin(tenantId, { account, password }, store, integrationIds, causedBy) {
      const reads = await readsOf(tenantId, account, password)
      const check = reads ? await checkLogin(reads) : checksOf('thulium').failed('credentials', texts.passwordMissing)
      const parts = [partOf(check)]
      if (!isFine(check)) throw notAccepted('Thulium', password === undefined ? 'apiUser' : 'apiPassword', [check])
      await store()
      const verifications = await verifyAll(tenantId, integrationIds, account, reads, causedBy)
      return { stored: true, ok: true, parts, verifications }
    },
    async integrations(tenantId, integrationIds, causedBy) {
      const account = await directory.tenant(tenantId)
      return verifyAll(tenantId, integrationIds, account, await readsOf(tenantId, account), causedBy)
    },
  }
}

/** Nothing was stored, so nothing has succeeded: each part that is wrong is told. */
const notAccepted = (side: string, name: string, checks: readonly Check<Part>[]): ApiError =>
  new ApiError(
    'credentials.not_accepted',
    both(`${side} ich nie przyjmuje; niczego nie zapisano.`, `${side} does not accept them; nothing was stored.`),
    checks
      .filter((check) => !isFine(check))
      .map(({ message }) => ({
        field: `body.${name}`,
        pointer: `#/${name}`,
        message: message.en,
        messagePl: message.pl,
      })),
  )

const isAccepted = ({ checks }: SideVerified): boolean => checks.every(isFine)
