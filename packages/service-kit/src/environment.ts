import { z } from 'zod'

/** A setting is missing or wrong; the message names it and says what is expected. */
export class SettingsError extends Error {
  readonly code = 'settings.invalid'
}

/**
 * Reads settings from environment variables.
 * @param schema keys are the names of the variables; `describe` gives their meaning for the docs
 * @throws {SettingsError} naming every wrong variable
 */
export function readEnvironment<S extends z.ZodObject>(
  schema: S,
  environment: Record<string, string | undefined> = process.env,
): z.infer<S> {
  // An empty variable means "not set", as in most shells and compose files.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== '' && value !== undefined),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new SettingsError(`These settings are missing or wrong:\n${problems.join('\n')}`)
}

/** Set while the master key is being changed: every service then accepts both. */
export const oldMasterKeySetting = z
  .string()
  .optional()
  .describe(
    'The master key before this one, while it is being changed: still opens what was sealed with it, and reads links.',
  )
