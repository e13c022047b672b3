import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const root = resolve(import.meta.dirname, '../../..')
const document = resolve(root, '../shared/reference/openapi/mirakl-mmp-seller-connector-subset.json')
const missing = existsSync(document) ? false : `Mirakl's published document is not at ${document}`

t.setTimeout(120_000)

t.test('the threads and orders that Mirakl publishes become tickets', { skip: missing }, async (t) => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import=tsx', 'tools/replay-examples.ts', document],
    {
      cwd: root,
    },
  )
  t.match(stdout, /Questions about my order – zamówienie Order_00010-A/)
  t.match(stdout, /2 published threads became tickets\./)
})
