/** What the status route is compared with: the same statement behind fastify and `pg`, and nothing else. */
import { statusStatement } from '@connector/api'
import { fastify } from 'fastify'
import pg from 'pg'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(startArgument())

const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const app = fastify()
app.get<{ Params: { tenantId: string; integrationId: string } }>(
  '/api/tenants/:tenantId/integrations/:integrationId/status',
  async ({ params: { tenantId, integrationId } }) => {
    const now = new Date()
    const { rows } = await pool.query<object>({
      name: 'status',
      text: statusStatement,
      values: [tenantId, [integrationId], [new Date(now.getTime() - 86_400_000)], now],
    })
    return rows[0]
  },
)
process.once('SIGTERM', () => {
  process.disconnect()
  void app.close().then(() => pool.end())
})
tell({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })
