import { weakTag } from './entity-tags.ts'

/** Of the call budget: they change all the time while all is well. */
const unsettled = new Set(['used', 'remaining'])

/** They tick by themselves. */
const lags = new Set(['messageSeconds', 'replySeconds', 'projectionSeconds', 'lagSeconds'])

/**
 * The ETag of a status. A poll that finds nothing else changed hears of a growing lag once a minute, not at every look;
 * when it begins and when it ends, at once.
 */
export const statusTag = (status: object): string =>
  weakTag(
    JSON.stringify(status, (name, value: unknown) => {
      if (unsettled.has(name)) return undefined
      return lags.has(name) && typeof value === 'number' ? Math.ceil(value / 60) : value
    }),
  )
