import { userInfo } from 'node:os'

/** Who runs services and containers; nobody can tell from them afterwards which person it was. */
const ofNobody: ReadonlySet<string> = new Set(['root', 'node', 'postgres', 'connector'])

/** The login of this process. A container may run as a number that has none. */
export function ownLogin(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${String(process.getuid?.() ?? 'without a number')}`
  }
}

/**
 * The login of the person at work; undefined where it could be anybody's.
 * @param login of the process
 * @param before the login that it had before it became another by sudo
 */
export function loginOfPerson(login = ownLogin(), before = process.env['SUDO_USER']): string | undefined {
  const ofPerson = (name: string): boolean => !ofNobody.has(name) && !/^user \S/.test(name)
  return [login, before].find((name) => name !== undefined && name !== '' && ofPerson(name))
}
