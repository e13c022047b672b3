import { writeFile } from 'node:fs/promises'
import { startEmbeddedDatabase } from '@connector/embedded-database'
const s = await startEmbeddedDatabase({ folder: '/tmp/bench-adhoc-db', durable: true, settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all' } }).catch(async () => startEmbeddedDatabase({ folder: '/tmp/bench-adhoc-db', durable: true }))
await writeFile('/tmp/bench-adhoc.url', s.url)
process.on('SIGTERM', () => void s.stop().then(() => process.exit(0)))
setInterval(() => {}, 1e6)
