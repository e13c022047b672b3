import { fieldOwners, type FieldOwner } from '@connector/domain/events'
import type { ThuliumClient } from '@connector/thulium'
import { z } from 'zod'
import type { App, RouteDeps } from '../../deps.ts'
import { problems } from '../../../errors/problem.ts'
import { readCustomFields } from '../../../checks/custom-fields.ts'
import { pickListFrom, pickListOf } from '../../../checks/pick-list.ts'
import { createPickList } from '../../../checks/pick-lists.ts'
import { field } from '../../../schemas/field.ts'
import { tenantParams } from '../../../schemas/views.ts'

const id = field(z.int(), 'Its number, for the settings.', 12)
const label = field(z.string(), 'Its name, after the names above it.', 'Zwroty / Uszkodzone')

const queue = z.object({ id, label: field(z.string(), 'Its name.', 'EmpikPlace') })
const category = z.object({ id, label })
const status = queue.extend({
  substatuses: field(z.array(queue), 'Those within it.'),
})
const agent = z.object({
  login: field(z.string(), 'For the settings of the account.', 'empik.bot'),
  label: field(z.string(), 'Name and surname.', 'EmpikPlace Integracja'),
  active: field(z.boolean(), 'Only an active agent can write.'),
})
const customField = z.object({ name: field(z.string(), 'For the settings.', 'EmpikPlace wątek') })

const description =
  'For a page of settings. Kept for a minute. Answers 200 also when Thulium could not be asked: then `source` and `note` say so, and the value is entered by hand.'

type Read<T> = Parameters<typeof createPickList<T>>[1]

/** `GET …/pick-lists/…`: what the settings of an account and its integrations can name in Thulium. */
export function registerPickLists(app: App, deps: RouteDeps): void {
  const url = '/api/tenants/:tenantId/pick-lists'
  const config = { scope: 'config' } as const
  const common = {
    tags: ['Account'],
    description,
    problems: ['credentials.unreadable'],
    params: tenantParams,
  } as const

  const add = <S extends z.ZodType>(name: string, what: string, item: S, read: Read<z.output<S>>): void => {
    const list = createPickList(deps, read)
    app.get(
      `${url}/${name}`,
      {
        config,
        schema: {
          ...common,
          operationId: `pick${what}`,
          summary: `List ${name} to choose from`,
          response: { 200: pickListOf(item), ...problems },
        },
      },
      (request) => list(request.params.tenantId),
    )
  }

  add('queues', 'Queues', queue, async (client, signal) =>
    pickListFrom(await client.queues(signal), 'GET ticket_queues', ({ entries }) => entries),
  )
  add('categories', 'Categories', category, async (client, signal) =>
    pickListFrom(await client.categories(signal), 'GET ticket_categories', ({ entries }) => entries),
  )
  add('statuses', 'Statuses', status, async (client, signal) =>
    pickListFrom(await client.statuses(signal), 'GET ticket_statuses', ({ entries }) => entries),
  )
  add('agents', 'Agents', agent, async (client, signal) =>
    pickListFrom(await client.agents(signal), 'GET agents', ({ agents }) =>
      agents.map(({ login, name, surname, active }) => ({
        login,
        label: `${name} ${surname}`.trim() || login,
        active,
      })),
    ),
  )

  const fieldsOf = (of: FieldOwner) =>
    createPickList(deps, (client: ThuliumClient, signal) => readCustomFields(client, of, signal))
  const customFields = { ticket: fieldsOf('ticket'), customer: fieldsOf('customer') }
  app.get(
    `${url}/custom-fields`,
    {
      config,
      schema: {
        ...common,
        operationId: 'pickCustomFields',
        summary: 'List custom fields to choose from',
        description: `${description} Thulium does not list its fields: the names are learned from one record.`,
        querystring: z.object({ of: field(z.enum(fieldOwners), 'Whose fields.', 'ticket') }),
        response: { 200: pickListOf(customField), ...problems },
      },
    },
    (request) => customFields[request.query.of](request.params.tenantId),
  )
}
