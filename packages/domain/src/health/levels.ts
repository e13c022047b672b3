import type { BothLanguages } from '../words/both-languages.ts'

/**
 * From good to bad for a running integration; the last two are states in which nothing runs. While what people see is filled
 * anew from the log, it is `rebuilding`: conversations go on, and lists and counts are not whole.
 */
export const healthLevels = ['ok', 'rebuilding', 'late', 'failing', 'stopped', 'credentials-rejected'] as const
export type HealthLevel = (typeof healthLevels)[number]

/** Who can mend it: one of the two sides, the seller (settings, credentials, decisions), or whoever runs the connector. */
export const healthOwners = ['empikplace', 'thulium', 'seller', 'connector'] as const
export type HealthOwner = (typeof healthOwners)[number]

export interface Health {
  level: HealthLevel
  /** When it became so; undefined where the facts do not tell. */
  since: Date | undefined
  /** Undefined where there is nothing to mend. */
  owner: HealthOwner | undefined
  reason: BothLanguages
}

export const after = (date: Date, ms: number): Date => new Date(date.getTime() + ms)
