import type { Failure } from '@connector/outbound-http'
import type { EffectContext } from './handler.ts'

/** After so many failures in a row the trouble may be with this one file. It takes half an hour to get here. */
const failuresOfOneFile = 5

/**
 * Whether a file could not be had for so long that something must be said, and the files behind it go on. Only where all around
 * it can be read at the same time is it the file that is ill, and not the side that has it.
 */
export const isStubborn = (failure: Failure, { effect }: EffectContext): boolean =>
  failure.class === 'unreachable' && effect.progress.failures >= failuresOfOneFile

/** By then the file was asked for four times within two and a half minutes. */
const refusalsToBelieve = 3

/** Whether a file was refused often enough to be gone: one refusal is no verdict, and telling the reader so is for good. */
export const isFirmRefusal = ({ effect }: EffectContext): boolean => effect.progress.failures >= refusalsToBelieve

/** What is asked for again before it is believed. */
export const unsure = (failure: Failure): Failure => ({ ...failure, class: 'unreachable' })
