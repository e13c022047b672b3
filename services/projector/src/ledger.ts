import { createBatcher, killPoint, type Tally } from '@connector/service-kit'
import { heldBy, type Lease, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { claimEffects, type Asking, type Claim, type ShopShare } from './claim-effects.ts'
import { effectName } from './claimed-effect.ts'
import { findLostClaims, takeOverClaims } from './lost-claims.ts'
import { writeOutcomes, type Outcome, type Settled } from './outcomes.ts'

export interface Ledger {
  /**
   * Claims effects that are due: the first open one of each lane, of running integrations, for leases still held. It goes from
   * tenant to tenant of those with open effects, so idle ones cost nothing. After a restore that nobody has confirmed, only those
   * that are to be looked up: a look writes nothing.
   * The claim is in the database before anything is sent, so a crash leaves a trace of what may have been done.
   */
  claim(asking: Asking, limit: number, now: Date, shops?: ShopShare): Promise<Claim>
  /** Writes where an effect went. */
  settle(outcome: Outcome): Promise<Settled>
  /**
   * What an earlier owner had claimed may have been done: it is looked up after `waitMs`. One statement for all leases.
   * @returns how many, by tenant
   */
  takeOver(leases: readonly Lease[], waitMs: number): Promise<Map<string, number>>
  /**
   * Claims of ours that nobody here works on: the answer to a claim was lost, or the database forgot where an effect went. They
   * may have been done, so they are looked up after `waitMs`. Returns how many.
   * @param running keys of the effects under way, as in {@link effectName}
   */
  reconcile(leases: readonly Lease[], running: Iterable<string>, waitMs: number): Promise<number>
  /** When the next effect of the owner's tenants becomes due; undefined when nothing waits. */
  nextDue(owner: string): Promise<Date | undefined>
}

/** Outcomes written by one statement at most. */
const maxOutcomes = 200

/** @param tally where effects are counted by kind and by where they went */
export function createLedger({ db, byKeys }: WorkerStore, tally?: Tally): Ledger {
  const settle = createBatcher<Outcome, Settled>(async (outcomes) => {
    killPoint('confirm.before', outcomes[0]?.effect.kind)
    const written = await writeOutcomes(byKeys, outcomes)
    killPoint('confirm.after', outcomes[0]?.effect.kind)
    return outcomes.map(({ effect, transition }) => {
      const settled = written.get(effectName(effect)) ?? { accepted: false }
      if (settled.next) killPoint('claim.after', settled.next.kind)
      if (settled.accepted) tally?.add('effects_settled_total', { kind: effect.kind, outcome: transition.state }, 1)
      return settled
    })
  }, maxOutcomes)

  return {
    settle,
    claim: (asking, limit, now, shops) => claimEffects(byKeys, asking, limit, now, shops),
    takeOver: (leases, waitMs) => takeOverClaims(db, leases, waitMs),
    reconcile: (leases, running, waitMs) => findLostClaims(db, leases, running, waitMs),
    async nextDue(owner) {
      const { rows } = await sql<{ at: Date | null }>`
        select min(e.not_before) as at from effects e
        where e.state in ('planned', 'unknown') and e.not_before > now()
          and (select true from leases l where l.tenant_id = e.tenant_id and ${heldBy('projector', owner)})
      `.execute(db)
      return rows[0]?.at ?? undefined
    },
  }
}
