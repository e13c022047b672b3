import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTenant } from '../app/tenant.ts'
import { ask, client } from '../api/client.ts'

export const views = ['waiting', 'overdue', 'operator', 'outside', 'problems', 'all'] as const
export type View = (typeof views)[number]

export interface Filter {
  view: View
  search: string
  integrationId: string | undefined
}

const queryOf = {
  waiting: { waiting: 'true', sort: 'due' },
  overdue: { overdue: 'true', sort: 'due' },
  operator: { lastAuthor: 'operator' },
  outside: { outsideCrm: 'true' },
  problems: { parked: 'true' },
  all: {},
} as const satisfies Record<View, object>

const pageSize = 50

const readPage = (tenantId: string, { view, search, integrationId }: Filter, cursor: string | undefined) =>
  ask(
    client.GET('/api/tenants/{tenantId}/conversations', {
      params: {
        path: { tenantId },
        query: {
          ...queryOf[view],
          source: 'empikplace',
          limit: pageSize,
          ...(search === '' ? {} : { search }),
          ...(integrationId === undefined ? {} : { integrationId }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  )
type Page = Awaited<ReturnType<typeof readPage>>

/** One view of the list, page by page, the last change first. */
export function useConversations(filter: Filter, isWanted = true) {
  const { tenantId } = useTenant()
  const { view, search, integrationId } = filter
  return useInfiniteQuery({
    enabled: isWanted,
    queryKey: ['conversations', tenantId, view, search, integrationId],
    queryFn: ({ pageParam }): Promise<Page> => readPage(tenantId, filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** What waits for us at this moment, what is due first in front; as many as one page has. */
export function useWaitingNow(integrationId: string | undefined): () => Promise<Page['items']> {
  const { tenantId } = useTenant()
  return async () => (await readPage(tenantId, { view: 'waiting', search: '', integrationId }, undefined)).items
}

/** Conversations of one buyer, of all shops, the last change first. */
export function useOfBuyer(customerId: string | null) {
  const { tenantId } = useTenant()
  return useQuery({
    queryKey: ['conversations', 'of-buyer', tenantId, customerId],
    enabled: customerId !== null,
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/conversations', {
          params: { path: { tenantId }, query: { limit: pageSize, ...(customerId === null ? {} : { customerId }) } },
        }),
      ),
  })
}

/** How many conversations each view shows, of those that the search and the shop leave. */
export function useCounts({ search, integrationId }: Filter) {
  const { tenantId } = useTenant()
  return useQuery({
    queryKey: ['conversations', 'counts', tenantId, search, integrationId],
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<Record<View, number>> => {
      const { outsideCrm, parked, ...rest } = await ask(
        client.GET('/api/tenants/{tenantId}/conversation-counts', {
          params: {
            path: { tenantId },
            query: {
              ...(search === '' ? {} : { search }),
              ...(integrationId === undefined ? {} : { integrationId }),
            },
          },
        }),
      )
      return { ...rest, outside: outsideCrm, problems: parked }
    },
  })
}

/** How often a conversation is looked at whose ticket is being made. */
const makingMs = 5_000

export function useConversation(integrationId: string, threadId: string) {
  const { tenantId } = useTenant()
  return useQuery({
    queryKey: ['conversation', tenantId, integrationId, threadId],
    placeholderData: (before) => (before?.threadId === threadId ? before : undefined),
    // Its events are the log's, its number is the list's: on a busy machine that comes a moment after the last change was told of.
    refetchInterval: ({ state }) => (state.data?.ticketId === null ? makingMs : false),
    queryFn: () =>
      ask(
        client.GET('/api/tenants/{tenantId}/conversations/{integrationId}/{threadId}', {
          params: { path: { tenantId, integrationId, threadId } },
        }),
      ),
  })
}
