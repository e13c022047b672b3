import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'

const observe = resolve(import.meta.dirname, '../../deploy/observe')
const without =
  spawnSync('prometheus', ['--version']).status === 0 ? undefined : 'prometheus is not installed here: nobody is asked'

const dashboards = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).optional() })),
})
const answers = z.object({ status: z.literal('success') })
const rules = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        rules: z.array(z.object({ name: z.string(), health: z.string(), lastError: z.string().optional() })),
      }),
    ),
  }),
})

async function ask(url: string): Promise<unknown> {
  const response = await fetch(url)
  return response.json()
}

t.test('a Prometheus with the files of deploy/observe', { skip: without ?? false, timeout: 120_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'observe-'))
  await cp(observe, folder, { recursive: true })
  const url = `http://127.0.0.1:${await freePort()}`
  const prometheus = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yaml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${url.replace('http://', '')}`,
    ],
    { stdio: 'ignore' },
  )
  const ended = once(prometheus, 'exit')
  t.teardown(async () => {
    prometheus.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  })
  await until('Prometheus is ready', () =>
    fetch(`${url}/-/ready`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  )

  await t.test('answers what every panel of the dashboard asks', async (t) => {
    const { panels } = dashboards.parse(
      JSON.parse(await readFile(join(observe, 'grafana/dashboards/connector.json'), 'utf8')),
    )
    const asked = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })))
    t.ok(asked.length > 15)
    for (const { title, expr } of asked)
      t.ok(
        answers.safeParse(await ask(`${url}/api/v1/query?${new URLSearchParams({ query: expr }).toString()}`)).success,
        `${title}: ${expr}`,
      )
  })

  await t.test('evaluates every rule without an error', async (t) => {
    const all = await until('every rule was evaluated', async () => {
      const { data } = rules.parse(await ask(`${url}/api/v1/rules`))
      const found = data.groups.flatMap((group) => group.rules)
      return found.length > 0 && found.every(({ health }) => health !== 'unknown') ? found : undefined
    })
    t.ok(all.length > 15)
    for (const { name, health, lastError } of all) t.equal(health, 'ok', `${name} ${lastError ?? ''}`)
  })
})
