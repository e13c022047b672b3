import pg from 'pg'

/** Bad data, a broken constraint, a value too large for an index: trying the same rows again ends the same way. */
export const isAboutData = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(?:22|23|54)/.test(error.code ?? '')
