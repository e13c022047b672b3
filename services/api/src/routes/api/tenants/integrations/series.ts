import { z } from 'zod'
import type { App, RouteDeps } from '../../../deps.ts'
import { ApiError } from '../../../../errors/api-error.ts'
import { problems } from '../../../../errors/problem.ts'
import { maxPoints, metrics, rangeOf, readSeries, steps } from '../../../../reads/series.ts'
import { field } from '../../../../schemas/field.ts'
import { integrationParams } from '../../../../schemas/views.ts'

const instant = z.iso.datetime({ offset: true })
const exampleFrom = '2026-03-02T00:00:00.000Z'
const exampleTo = '2026-03-03T00:00:00.000Z'

const metric = field(
  z.enum(metrics),
  'What is counted: conversations begun, messages recorded (whoever wrote them), replies that agents wrote, `replies` that ' +
    'reached EmpikPlace, tickets created, writes that came to need a person. `delay-p50` and `delay-p95` are milliseconds: ' +
    'half, and 95 of 100, of the messages stood in their ticket this long after they were recorded. ' +
    '`calls-empikplace` and `calls-thulium`: the most requests that one process started within a minute, which is what the ' +
    'budget of `callBudget.perMinute` is about; that of Thulium is one of the whole account.',
)
const step = field(z.enum(['hour', 'day']), 'Length of a step. Days, too, are those of UTC.')

const answer = z
  .object({
    metric,
    step,
    points: field(
      z.array(
        z.object({
          at: field(z.iso.datetime(), 'Start of the step.', exampleFrom),
          value: field(
            z.int().min(0),
            'How often it happened, by the time it was recorded; of a delay, milliseconds; of a budget, requests.',
            12,
          ),
        }),
      ),
      'One for each step, oldest first; 0 where nothing happened.',
    ),
  })
  .meta({ id: 'Series' })

/** Without a beginning: a day of hours, or 30 days. */
const usualPoints = { hour: 24, day: 30 } as const

/** `GET …/integrations/:integrationId/series`: counts over time, for plots. */
export function registerSeries(app: App, { directory, store, now }: RouteDeps): void {
  app.get(
    '/api/tenants/:tenantId/integrations/:integrationId/series',
    {
      config: { scope: 'status:read' },
      schema: {
        operationId: 'getIntegrationSeries',
        tags: ['Status'],
        summary: 'Read counts over time, for plots',
        description: `The steps that touch the time from \`from\` to \`to\`, at most ${maxPoints}.`,
        params: integrationParams,
        querystring: z.object({
          metric,
          step: step.default('hour'),
          from: field(instant, 'Beginning; by default 24 hours or 30 days before the end.', exampleFrom).optional(),
          to: field(instant, 'End, not included; now by default.', exampleTo).optional(),
        }),
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { params, query } = request
      await directory.integration(params)
      const to = query.to === undefined ? now() : new Date(query.to)
      const usualFrom = to.getTime() - usualPoints[query.step] * steps[query.step]
      const range = rangeOf(query.from === undefined ? new Date(usualFrom) : new Date(query.from), to, query.step)
      if (range.points < 1 || range.points > maxPoints)
        throw new ApiError('request.invalid', undefined, [
          {
            field: 'query.from',
            message: `Must be before \`to\`, by at most ${maxPoints} steps`,
            messagePl: `musi być przed \`to\`, najwyżej o ${maxPoints} kroków`,
          },
        ])
      return {
        metric: query.metric,
        step: query.step,
        points: await readSeries(store, params, query.metric, query.step, range),
      }
    },
  )
}
