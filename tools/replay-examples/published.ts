import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** A published thread or order: whatever the document holds, plus its id. */
type Thread = z.infer<typeof thread>

const thread = z.looseObject({
  id: z.string(),
  entities: z.array(z.looseObject({ id: z.string(), label: z.string(), type: z.string() })),
})
const order = z.looseObject({ order_id: z.string() })

const examplesOf = <S extends z.ZodType>(value: S) =>
  z.object({
    responses: z.object({
      '200': z.object({
        content: z.object({
          'application/json': z.object({ examples: z.record(z.string(), z.object({ value })) }),
        }),
      }),
    }),
  })

const published = z.object({
  paths: z.object({
    '/api/inbox/threads': z.object({ get: examplesOf(z.looseObject({ data: z.array(thread) })) }),
    '/api/inbox/threads/{thread_id}': z.object({ get: examplesOf(thread) }),
    '/api/orders': z.object({ get: examplesOf(z.looseObject({ orders: z.array(order) })) }),
  }),
})

export interface PublishedExamples {
  /** M11, as listed. */
  listed: Thread[]
  /** M10, by thread id. */
  whole: Map<string, Thread>
  /** OR11. */
  orders: z.infer<typeof order>[]
}

/**
 * The M10, M11 and OR11 examples of Mirakl's document. They do not know of each other: the entity of a thread is a
 * placeholder ("Entity type"), so it is pointed at the first example order; nothing else is changed.
 */
export async function readPublishedExamples(file: string): Promise<PublishedExamples> {
  const { paths } = published.parse(JSON.parse(await readFile(file, 'utf8')))
  const values = <T>(operation: {
    responses: { '200': { content: { 'application/json': { examples: Record<string, { value: T }> } } } }
  }): T[] => Object.values(operation.responses['200'].content['application/json'].examples).map(({ value }) => value)
  const orders = values(paths['/api/orders'].get).flatMap((page) => page.orders)
  const [firstOrder] = orders
  const aboutOrder = (example: Thread): Thread => ({
    ...example,
    entities: example.entities.map((entity) =>
      entity.type === 'Entity type' && firstOrder ? { ...entity, type: 'MMP_ORDER', id: firstOrder.order_id } : entity,
    ),
  })
  const whole = values(paths['/api/inbox/threads/{thread_id}'].get).map(aboutOrder)
  return {
    listed: values(paths['/api/inbox/threads'].get)
      .flatMap((page) => page.data)
      .map(aboutOrder),
    whole: new Map(whole.map((example) => [example.id, example])),
    orders,
  }
}
