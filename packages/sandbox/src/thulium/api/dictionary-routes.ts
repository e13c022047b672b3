import { json } from './api.ts'
import type { Api, ApiAnswer } from './api.ts'
import { ApiError } from '../model/api-error.ts'
import type { AgentConfig } from '../model/config.ts'
import { numberId } from '../records/ticket-json.ts'
import type { SystemStore } from '../systems/system-store.ts'

type Row = { id: number; name: string; substatuses?: Row[]; subcategories?: Row[] }

/** Queues, categories, statuses and agents. Only the paths are known; the shapes are a switch. */
export function registerDictionaries(api: Api): void {
  api.on('GET', 'ticket_queues', ({ store }) => dictionary(store, 'ticket_queue_id', store.config.queues))
  api.on('GET', 'ticket_categories', ({ store }) => dictionary(store, 'category_id', categoriesBelow(store, undefined)))
  api.on('GET', 'ticket_statuses', ({ store }) =>
    dictionary(
      store,
      'status_id',
      store.statuses.map(({ id, name, substatuses = [] }) => ({ id, name, substatuses })),
    ),
  )
  api.on('GET', 'agents', ({ store }) => json(store.config.agents.map(agentJson)))
  api.on('GET', 'agents/:login', ({ store, params }) => {
    const agent = store.agent(params['login'] ?? '')
    if (!agent) throw new ApiError('thingMissing', 'Agent')
    return json(agentJson(agent))
  })
}

function dictionary(store: SystemStore, idName: string, rows: readonly Row[]): ApiAnswer {
  const shape = store.rule('dictionaryShape')
  const shaped = (row: Row): unknown => ({
    [shape === 'thing-id' ? idName : 'id']: numberId(store, row.id),
    name: row.name,
    ...(row.substatuses
      ? { substatuses: row.substatuses.map(({ id, name }) => ({ id: numberId(store, id), name })) }
      : {}),
    ...(row.subcategories ? { subcategories: row.subcategories.map(shaped) } : {}),
  })
  const list = rows.map(shaped)
  return json(shape === 'wrapped' ? { result: list } : list)
}

function categoriesBelow(store: SystemStore, parentId: number | undefined): Row[] {
  return store.config.categories
    .filter((category) => category.parentId === parentId)
    .map(({ id, name }) => {
      const subcategories = categoriesBelow(store, id)
      return subcategories.length > 0 ? { id, name, subcategories } : { id, name }
    })
}

function agentJson(agent: AgentConfig): unknown {
  const { login, name, surname, email = '', active = true } = agent
  return { login, name, surname, email, active }
}
