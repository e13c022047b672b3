import type { EffectFailure } from '@connector/domain/effects'
import { FailureCode, type Failure } from '@connector/outbound-http'
import type { EffectContext, Result } from './handler.ts'

/** After so many failures in which all around it could be read, the trouble is with this one file. It takes half an hour to get here. */
const failuresOfOneFile = 5

/** By then it was asked for four times within two and a half minutes. */
const refusalsToBelieve = 3

/** What was doubted before. The tries of an outage, a gateway’s answers and our own faults count for nothing: the first refusal after them is the first. */
const doubts = ({ effect }: EffectContext): number => effect.progress.doubts

/** Whether a file could not be had for so long, while all around it could be read, that it is said and the files behind it go on. */
export const isStubborn = (context: EffectContext): boolean => doubts(context) >= failuresOfOneFile

/** Whether something was refused often enough to be believed: one refusal is no verdict, and what follows from it is for good. */
export const isFirmRefusal = (context: EffectContext): boolean => doubts(context) >= refusalsToBelieve

/** What is asked for again before it is believed. */
export const unsure = (failure: Failure): Failure => ({
  ...failure,
  class: 'unreachable',
  code: FailureCode.inDoubt,
})

/** The same, of a failure that is an effect's already. */
export const doubted = (failure: EffectFailure): EffectFailure => ({
  ...failure,
  failureClass: 'unreachable',
  doubted: true,
})

/** An API answers so now and then for what exists (docs/outside/thulium.md: errors). */
const perhapsUntrue: ReadonlySet<number | undefined> = new Set([404, 410])

/**
 * What a person would be asked about after one refusal that need not be true, asked again first: whatever is said not to be there, and
 * a look whether something was done.
 */
export const unlessFirm = (context: EffectContext, result: Result): Result =>
  (result.kind === 'not-done' || result.kind === 'lookup-failed') &&
  result.failure.failureClass === 'refused' &&
  (perhapsUntrue.has(result.failure.status) ||
    (result.kind === 'lookup-failed' && result.failure.status !== undefined)) &&
  !isFirmRefusal(context)
    ? { ...result, failure: doubted(result.failure) }
    : result
