import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A setting is missing or wrong; the message names it and says what is expected. */
export class SettingsError extends Error {
  readonly code = 'settings.invalid'
}

type Environment = Record<string, string | undefined>

/** What a variable says or, where `NAME_FILE` is set instead, what that file holds: how containers hand over secrets. */
function valueOf(environment: Environment, name: string): { value?: string; problem?: string } {
  // An empty variable means "not set", as in most shells and compose files.
  const value = environment[name] || undefined
  const file = environment[`${name}_FILE`] || undefined
  if (file === undefined) return value === undefined ? {} : { value }
  if (value !== undefined) return { problem: `Both ${name} and ${name}_FILE are set; keep one of them.` }
  try {
    // Editors end a file with a line break, and no setting has one at its end.
    const content = readFileSync(file, 'utf8').trimEnd()
    return content === '' ? { problem: `${name}_FILE: ${file} is empty.` } : { value: content }
  } catch (error) {
    return { problem: `${name}_FILE: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/**
 * Reads settings from environment variables, or from the files that `NAME_FILE` names.
 * @param schema keys are the names of the variables; `describe` gives their meaning for the docs
 * @throws {SettingsError} naming every wrong variable
 */
export function readEnvironment<S extends z.ZodObject>(schema: S, environment: Environment = process.env): z.infer<S> {
  const given = Object.keys(schema.shape).map((name) => ({ name, ...valueOf(environment, name) }))
  const unreadable = given.filter(({ problem }) => problem !== undefined)
  const values = given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]))
  const parsed = schema.safeParse(Object.fromEntries(values))
  if (parsed.success && unreadable.length === 0) return parsed.data
  // Of a file that cannot be read, that the setting is missing would be said as well.
  const isUnreadable = (name: string): boolean => unreadable.some((one) => one.name === name)
  const wrong = (parsed.error?.issues ?? []).filter(({ path }) => !isUnreadable(String(path[0])))
  const problems = [
    ...unreadable.map(({ problem }) => `  ${problem ?? ''}`),
    ...wrong.map(({ path, message }) => `  ${path.join('.')}: ${message}`),
  ]
  throw new SettingsError(`These settings are missing or wrong:\n${problems.join('\n')}`)
}

/** Set while the master key is being changed: every service then accepts both. */
export const oldMasterKeySetting = z
  .string()
  .optional()
  .describe(
    'The master key before this one, while it is being changed: still opens what was sealed with it, and reads links.',
  )
