import type { EffectFailure } from '../effects/transitions.ts'
import type { Side } from '../events/integration-events.ts'
import type { MissingField } from '../integration/custom-fields.ts'
import type { IntegrationStatus } from '../integration/state.ts'

/** How a look can fail. Credentials that are rejected together with those of most other accounts are no matter of this one. */
export type LookFailureClass = EffectFailure['failureClass'] | 'rejects-everybody'

/** What is known of the looks at one outside API. */
export interface SideFacts {
  lastSuccessAt: Date | undefined
  nextAt: Date
  /** The time between two looks that is in force where they are made, in ms; undefined before the first one. */
  intervalMs?: number | undefined
  /** Failed looks since the last good one. */
  failures: number
  lastFailure: { failureClass: LookFailureClass } | undefined
}

/** A failure of a write, and of which side it was asked. */
export interface WriteFailure {
  failureClass: LookFailureClass
  side: Side
}

/** The services that work for a tenant; without one of them nothing moves. */
export const workingServices = ['ingest', 'projector'] as const
export type WorkingService = (typeof workingServices)[number]

export interface WorkerFacts {
  /** Whether any process of the service lives. */
  isRunning: boolean
  /** Until when one of them has the right to work for this tenant; a time gone by when it died; undefined when none ever had. */
  heldUntil: Date | undefined
  /** How long that right lasts without a sign of life, in ms, where it was taken. */
  leaseMs?: number | undefined
}

/** What is wrong with the service that tells the health. */
export const ownFaults = ['database-away', 'database-takes-no-writes', 'master-key'] as const
export type OwnFault = (typeof ownFaults)[number]

/** All times are of one clock, that of the database. */
export interface HealthFacts {
  status: IntegrationStatus
  /** When the status became what it is; undefined when that is not known. */
  statusSince: Date | undefined
  /** Sides that answered with a rejection last. */
  rejectedBy: readonly Side[]
  /** Custom fields of Thulium that somebody renamed or removed. */
  missingFields: readonly MissingField[]
  /** A side without facts has never been looked at. */
  sides: Partial<Record<Side, SideFacts>>
  workers: Record<WorkingService, WorkerFacts>
  ownFault: { fault: OwnFault; since: Date } | undefined
  /** Read models are being filled anew: what they say of effects and of what was recorded is not whole. */
  isRebuilding: boolean
  /** When the oldest event was recorded that the read models do not show yet. */
  unprojectedSince: Date | undefined
  effects: {
    parked: number
    /** Those of them that wait because of a fault of ours (`effect.own_fault`). */
    parkedByUs: number
    /** When the oldest parked write was planned. */
    oldestParkedAt: Date | undefined
    /** When the oldest write that is still under way, waiting or uncertain, was planned. */
    oldestWaitingAt: Date | undefined
    /** Of the open write that was tried last. */
    lastFailure: WriteFailure | undefined
  }
  /** The database was restored from a backup, and nobody has confirmed yet that writing may go on. */
  restore: { since: Date; at: Date } | undefined
  /** Conversations, or the integration or its account, that this version cannot read. */
  quarantined: { count: number; since: Date | undefined }
}

export interface HealthLimits {
  /** A side must have been looked at with success this recently, and within two and a half of its intervals. */
  lookWithinMs: Record<Side, number>
  /** Failed looks in a row that are more than a hiccup. */
  failingAfter: number
  /** A write may take this long before it is late. */
  writeWithinMs: number
  /** What was recorded may take this long until the writes that it asks for are planned. */
  projectWithinMs: number
  /** After the end of a lease another process may need this long to take over, or twice the time of the lease where that is known. */
  takeOverWithinMs: number
}

/**
 * EmpikPlace is looked at every 120 s and Thulium every 45 s: two and a half intervals, or five of the quicker one, may
 * pass. A write waits for at most three look-ups (2.5 min) before it is tried again, so 10 min mean that it is stuck.
 * What is recorded is projected within a second; 2 min behind means that nobody does it, or cannot keep up. A lease that
 * ended is taken over within a third of its time; twice that time leaves room for the start of a service.
 */
export const defaultHealthLimits: HealthLimits = {
  lookWithinMs: { empikplace: 300_000, thulium: 225_000 },
  failingAfter: 3,
  writeWithinMs: 600_000,
  projectWithinMs: 120_000,
  takeOverWithinMs: 60_000,
}
