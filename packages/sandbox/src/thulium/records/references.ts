import { ApiError } from '../model/api-error.ts'
import type { FieldCatalogue } from '../systems/field-catalogue.ts'
import { id, text } from '../model/input.ts'
import type { Input } from '../model/input.ts'
import type { SystemStore } from '../systems/system-store.ts'

const temporaryFileLifeMs = 24 * 3_600_000

/** The dictionary entries a ticket write points at; undefined = not given. Throws 400 for one that does not exist. */
export function ticketReferences(store: SystemStore, input: Input) {
  const known = (field: string, exists: (value: number) => boolean): number | undefined => {
    const value = id(input, field)
    if (value !== undefined && !exists(value)) throw new ApiError('invalid', field)
    return value
  }
  const statusId = known('status_id', (value) => store.status(value) !== undefined)
  const userLogin = text(input, 'user_login')
  if (userLogin !== undefined && userLogin !== '') requireAgent(store, userLogin)
  return {
    statusId,
    substatusId: known('substatus_id', (value) =>
      store.statuses.some((status) => status.substatuses?.some((one) => one.id === value)),
    ),
    categoryId: known('category_id', (value) => store.config.categories.some((category) => category.id === value)),
    queueId: known('ticket_queue_id', (value) => store.config.queues.some((queue) => queue.id === value)),
    customerId: known('customer_id', (value) => store.customers.has(value)),
    userLogin: userLogin === '' ? undefined : userLogin,
  }
}

export function requireAgent(store: SystemStore, login: string): void {
  const agent = store.agent(login)
  if (!agent || agent.active === false) throw new ApiError('unknownAgent', login)
}

/** Custom-field values by field id. An unknown name is refused or dropped by switch. */
export function resolveFields(
  store: SystemStore,
  catalogue: FieldCatalogue,
  values: ReadonlyMap<string, string>,
): Map<number, string> {
  const resolved = new Map<number, string>()
  const longest = catalogue === store.ticketFields ? store.rule('longestTicketField') : 0
  for (const [name, value] of values) {
    const field = catalogue.get(name)
    if (field && longest > 0 && Array.from(value).length > longest) throw new ApiError('tooLong', name)
    if (field) resolved.set(field.id, value)
    else if (store.rule('unknownCustomFieldName') === 'reject') throw new ApiError('unknownField', name)
  }
  return resolved
}

/** Turns upload tokens into lasting files. All tokens are checked before any is used. */
export function adoptFiles(store: SystemStore, tokens: readonly string[]): number[] {
  const uploads = tokens.map((token) => {
    const file = store.temporaryFiles.get(token)
    if (!file || store.now() >= file.uploadedAt + temporaryFileLifeMs) throw new ApiError('unknownFile', token)
    return file
  })
  return uploads.map((file) => {
    if (store.rule('temporaryFileSingleUse')) store.temporaryFiles.delete(file.token)
    return store.addFile(file.filename, file.content)
  })
}
