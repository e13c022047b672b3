import pg from 'pg'

/**
 * Two transactions wanted the same rows, and one had to give way: a deadlock, or a row that went into another part of its table
 * while somebody waited for it. Trying again, at once, ends differently.
 */
export const isPassingConflict = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  (/^40(?:001|P01)$/.test(error.code ?? '') || (error.code === '55000' && error.message.includes('another partition')))
