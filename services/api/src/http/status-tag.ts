import { weakTag } from './entity-tags.ts'

/** They tick by themselves. */
const lags = new Set(['messageSeconds', 'replySeconds', 'lagSeconds'])

/**
 * The ETag of a status. A poll that finds nothing else changed hears of a growing lag once a minute, not at every look;
 * when it begins and when it ends, at once.
 */
export const statusTag = (status: object): string =>
  weakTag(
    JSON.stringify(status, (name, value: unknown) =>
      lags.has(name) && typeof value === 'number' ? Math.ceil(value / 60) : value,
    ),
  )
