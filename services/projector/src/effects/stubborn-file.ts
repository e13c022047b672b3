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
