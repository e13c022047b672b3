import pg from 'pg'
import type { Role } from './connect.ts'

/** The logins that `migrate` makes: each may take the role of its name and no other. */
export const loginOf = (role: Role): string => `${role}_login`

/**
 * Gives the logins of services their passwords; others keep the one they have.
 * @param url of the owner, or of another role that may change these
 */
export async function setLoginPasswords(url: string, passwords: Partial<Record<Role, string>>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  // The error is that of the statement under way, too.
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const [role, password] of Object.entries(passwords)) {
      const login = client.escapeIdentifier(loginOf(role as Role))
      await client.query(`alter role ${login} password ${client.escapeLiteral(password)}`)
    }
  } finally {
    await client.end()
  }
}

/** The same database, entered by the login of a role. */
export function urlOfLogin(url: string, role: Role, password: string): string {
  const own = new URL(url)
  own.username = loginOf(role)
  own.password = password
  return own.href
}
