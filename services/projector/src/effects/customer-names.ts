import { isLongName, shortName } from '@connector/domain/buyers'
import type { WriteResult } from '@connector/outbound-http'
import { isRefusedContent } from './leave-out.ts'

interface Names {
  surname: string
  name?: string | undefined
}

/** Writes a CRM record; names that are refused at their length go again as long as they are sure to be taken. */
export async function withShortNames<T>(
  names: Names,
  write: (names: Names) => Promise<WriteResult<T>>,
): Promise<{ result: WriteResult<T>; shortened: boolean }> {
  const result = await write(names)
  const { surname, name } = names
  const isLong = isLongName(surname) || (name !== undefined && isLongName(name))
  if (!isLong || !isRefusedContent(result)) return { result, shortened: false }
  const short = { surname: shortName(surname), ...(name === undefined ? {} : { name: shortName(name) }) }
  return { result: await write(short), shortened: true }
}
