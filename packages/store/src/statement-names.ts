/**
 * Planning takes longer than running for most of what is asked again and again (0.65 of 1.1 ms for a conversation), so such
 * statements have a name: each connection plans one a few times and then keeps the plan.
 */
export interface StatementNames {
  /** Undefined for a text that was not seen before, or when there are too many already: each takes memory on every connection. */
  of(text: string): string | undefined
  /** Its answer has other columns by now, since somebody has changed a table: it goes without a name from now on. */
  forget(text: string): void
}

/** What a service asks again and again are about 100 texts; those that a list makes longer and longer are not among them. */
const namedAtMost = 200
const seenAtMost = 2_000

export function createStatementNames(): StatementNames {
  const seen = new Set<string>()
  const names = new Map<string, string | undefined>()
  return {
    of(text) {
      if (names.has(text)) return names.get(text)
      if (names.size >= namedAtMost) return undefined
      if (!seen.delete(text)) {
        if (seen.size >= seenAtMost) seen.clear()
        seen.add(text)
        return undefined
      }
      const name = `s${names.size + 1}`
      names.set(text, name)
      return name
    },
    forget: (text) => void names.set(text, undefined),
  }
}

/** Of this process: pools share the names, and each connection has its own plans. The event log names its own. */
export const statementNames = createStatementNames()

/** "cached plan must not change result type": a statement with a name meets a table that has changed. */
export const isPlanTooOld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.startsWith('cached plan')
