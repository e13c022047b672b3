import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { apiSettings, migrateSettings } from '@connector/api'
import { ingestSettings } from '@connector/ingest'
import { projectorSettings } from '@connector/projector'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import * as autoscaling from 'kubernetes-models/autoscaling/v2'
import * as apps from 'kubernetes-models/apps/v1'
import * as batch from 'kubernetes-models/batch/v1'
import * as networking from 'kubernetes-models/networking.k8s.io/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'
import t from 'tap'
import { parse, parseAllDocuments, parseDocument } from 'yaml'
import { z } from 'zod'

const deploy = resolve(import.meta.dirname, '../../deploy')
const text = (path: string): string => readFileSync(join(deploy, path), 'utf8')
const all = (await readdir(deploy, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('/secrets'))
  .map((entry) => join(entry.parentPath, entry.name))

const has = (program: string): boolean => spawnSync('which', [program]).status === 0
const unless = (program: string): false | string => (has(program) ? false : `${program} is not installed here`)

/** `!reset` of compose: takes away what the file before said. */
const compose = { merge: true, customTags: [{ tag: '!reset', resolve: () => [] }] }

t.test('compose files are what the compose specification allows', async (t) => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
  addFormats.default(ajv)
  const schema: unknown = JSON.parse(await readFile(join(import.meta.dirname, 'schemas/compose-spec.json'), 'utf8'))
  const isCompose = ajv.compile(z.looseObject({}).parse(schema))
  for (const file of ['compose/compose.yaml', 'compose/compose.demo.yaml']) {
    const document = parseDocument(text(file), compose)
    t.strictSame(document.errors, [], file)
    t.ok(isCompose(document.toJS()), `${file}: ${ajv.errorsText(isCompose.errors)}`)
  }
})

const kinds: Record<string, new (data: never) => { validate(): void }> = {
  ...{ ...core, ...apps, ...batch, ...networking, ...policy, ...autoscaling },
}
/** Of the Prometheus operator: their schema is in a cluster that has it. */
const customKinds = new Set(['ServiceMonitor', 'PrometheusRule'])

const rendered = (overlay: string): Record<string, unknown>[] =>
  parseAllDocuments(
    execFileSync('kubectl', ['kustomize', join(deploy, 'kubernetes/overlays', overlay)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  ).map((document) => z.record(z.string(), z.unknown()).parse(document.toJS()))

for (const overlay of ['small', 'production'])
  t.test(`what Kustomize makes of ${overlay} is what Kubernetes takes`, { skip: unless('kubectl') }, (t) => {
    const documents = rendered(overlay).map((document) =>
      z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }) }).parse(document),
    )
    for (const document of documents.filter(({ kind }) => !customKinds.has(kind))) {
      const Kind = kinds[document.kind]
      t.ok(Kind, `${document.kind} is known`)
      if (Kind)
        t.doesNotThrow(() => new Kind(document as never).validate(), `${document.kind} ${document.metadata.name}`)
    }
    const pods = documents.filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    t.equal(pods.length, 4)
    for (const pod of pods) {
      const said = JSON.stringify(pod)
      for (const part of ['"runAsNonRoot":true', '"readOnlyRootFilesystem":true', '"drop":["ALL"]', '"RuntimeDefault"'])
        t.match(said, part, `${pod.metadata.name}: ${part}`)
    }
    t.end()
  })

t.test('what is applied again leaves to autoscaling what it has decided', { skip: unless('kubectl') }, (t) => {
  const Named = z.looseObject({
    kind: z.string(),
    metadata: z.looseObject({ name: z.string() }),
    spec: z.looseObject({}),
  })
  const documents = rendered('production').flatMap((one) => Named.safeParse(one).data ?? [])
  const scaled = documents.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map(({ metadata }) => metadata.name)
  t.strictSame(scaled.sort(), ['api', 'ingest', 'projector'])
  for (const { metadata, spec } of documents.filter(({ kind }) => kind === 'Deployment'))
    t.notOk('replicas' in spec, `${metadata.name} says no number`)
  t.end()
})

t.test('Prometheus names what it asks as the alerts do, in a cluster too', { skip: unless('kubectl') }, (t) => {
  const Monitor = z.object({
    kind: z.literal('ServiceMonitor'),
    spec: z.object({
      endpoints: z.array(
        z.object({ relabelings: z.array(z.object({ targetLabel: z.literal('job'), replacement: z.string() })) }),
      ),
    }),
  })
  const inCluster = rendered('production').flatMap((one) => Monitor.safeParse(one).data?.spec.endpoints ?? [])
  const Config = z.object({ scrape_configs: z.array(z.object({ job_name: z.string() })) })
  const alone = Config.parse(parse(text('observe/prometheus.yaml'))).scrape_configs
  t.strictSame(
    inCluster.flatMap(({ relabelings }) => relabelings.map(({ replacement }) => replacement)).sort(),
    alone.map(({ job_name: name }) => name).sort(),
  )
  t.end()
})

const settings = new Set(
  [apiSettings, ingestSettings, projectorSettings, migrateSettings].flatMap(({ shape }) => Object.keys(shape)),
)
/** Of the base images, of compose and of the sandboxes, which have no schema. */
const foreign = /^(POSTGRES|GF|NODE|SANDBOX)_|^(CONNECTOR_IMAGE|COMPOSE|COMPOSE_FILE|GRAFANA_PORT)$/

t.test('every variable in deploy is a setting', (t) => {
  const named = all.flatMap((file) => {
    const content = readFileSync(file, 'utf8')
    const found = content.matchAll(
      /(?:^|[\s{(#=-])(?:name: |Environment=|ENV )?\$?\{?([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?=[:=}])/gm,
    )
    return [...found].map(([, name = '']) => ({ file, name: name.replace(/_FILE$/, '') }))
  })
  t.ok(named.some(({ name }) => name === 'CONNECTOR_MASTER_KEY'))
  const unknown = named.filter(({ name }) => !settings.has(name) && !foreign.test(name))
  t.strictSame(unknown, [])
  t.end()
})

t.test('every setting is in deploy/settings.env', (t) => {
  const listed = new Set([...text('settings.env').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name))
  t.strictSame(
    [...settings].filter((name) => !listed.has(name)),
    [],
  )
  t.end()
})

t.test('every program that is run is one that the image has', (t) => {
  const built = readFileSync(resolve(import.meta.dirname, '../image/build.ts'), 'utf8')
  const run = all.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/([a-z-]+)\.mjs/g)].map(([, name = '']) => name),
  )
  t.ok(run.length > 5)
  for (const name of new Set(run)) t.match(built, new RegExp(`^  '?${name}'?: `, 'm'), name)
  t.end()
})

t.test('dashboards and alerts ask for metrics that there are', async (t) => {
  const root = resolve(import.meta.dirname, '../..')
  const ofApi = join(root, 'services/api/src/metrics')
  const sources = [
    ...(await readdir(ofApi)).map((name) => join(ofApi, name)),
    join(root, 'packages/connections/src/health-port.ts'),
  ]
  const code = (await Promise.all(sources.map((file) => readFile(file, 'utf8')))).join('\n')
  const rules = text('observe/alerts.yaml') + text('observe/grafana/dashboards/connector.json')
  const metrics = new Set([...rules.matchAll(/connector_([a-z_]+)/g)].map(([, name = '']) => name))
  t.ok(metrics.size > 15)
  for (const name of metrics) t.match(code, name.replace(/_(bucket|count|sum)$/, ''), name)
})

t.test('every alert of docs/operations.md is a rule', (t) => {
  const page = readFileSync(resolve(deploy, '../docs/operations.md'), 'utf8')
  const [, rest = ''] = page.split('Ready-made rules and a dashboard are in `deploy/observe`.\n\n')
  const [list = ''] = rest.split('\n\n')
  const alerts = list.split('\n').filter((line) => line.startsWith('- '))
  t.ok(alerts.length > 15)
  const rules = text('observe/alerts.yaml')
  for (const line of alerts) {
    const [, name = ''] = /(connector_[a-z_]+)/.exec(line) ?? []
    t.match(rules, name, line)
  }
  t.end()
})

t.test('every alert leads to a page that there is', (t) => {
  const pages = z.object({
    groups: z.array(z.object({ rules: z.array(z.object({ annotations: z.object({ runbook: z.string() }) })) })),
  })
  const { groups } = pages.parse(parse(text('observe/alerts.yaml')))
  for (const { annotations } of groups.flatMap(({ rules }) => rules)) {
    const [file = '', anchor = ''] = annotations.runbook.split('#')
    const headings = [...readFileSync(resolve(deploy, '..', file), 'utf8').matchAll(/^#+ (.*)$/gm)].map(
      ([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^a-z0-9 -]/g, '')
          .replaceAll(' ', '-'),
    )
    t.ok(headings.includes(anchor), annotations.runbook)
  }
  t.end()
})

t.test('Prometheus asks every service where it listens, in the demonstration too', (t) => {
  const config = z.object({
    scrape_configs: z.array(z.object({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) })),
  })
  const asked = (file: string): string[] =>
    config
      .parse(parse(text(`observe/${file}`)))
      .scrape_configs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets))
  const overlay = z.object({
    services: z.object({
      sandboxes: z.object({ networks: z.object({ default: z.object({ aliases: z.array(z.string()) }) }) }),
      ingest: z.object({ environment: z.object({ HEALTH_PORT: z.string() }) }),
    }),
  })
  const { sandboxes, ingest } = overlay.parse(parse(text('compose/compose.demo.yaml'), compose)).services
  t.strictSame(asked('prometheus.yaml'), ['api:8080', 'ingest:9100', 'projector:9100'])
  t.strictSame(asked('prometheus.demo.yaml'), [
    'api:8080',
    `ingest:${ingest.environment.HEALTH_PORT}`,
    'projector:9100',
  ])
  t.strictSame(sandboxes.networks.default.aliases, ['api', 'ingest', 'projector'], 'none has a name of its own there')
  t.end()
})

t.test('units of systemd go on when a migration fails', (t) => {
  for (const service of ['api', 'ingest', 'projector']) {
    const unit = text(`systemd/connector-${service}.service`)
    t.match(unit, /^Wants=.*connector-migrate\.service/m)
    t.match(unit, /^After=.*connector-migrate\.service/m)
    t.notMatch(unit, /^(?:Requires|BindsTo|PartOf|Requisite)=/m, 'else a restart of the migration ends the service')
  }
  t.end()
})

t.test('promtool takes the rules', { skip: unless('promtool') }, (t) => {
  const check = (...args: string[]) => spawnSync('promtool', ['check', ...args], { encoding: 'utf8' })
  const rules = check('rules', join(deploy, 'observe/alerts.yaml'))
  t.equal(rules.status, 0, rules.stderr)
  for (const file of ['prometheus.yaml', 'prometheus.demo.yaml']) {
    const config = check('config', '--syntax-only', join(deploy, 'observe', file))
    t.equal(config.status, 0, config.stderr)
  }
  t.end()
})

t.test('scripts are ones that a shell reads', (t) => {
  for (const file of all.filter((name) => name.endsWith('.sh'))) {
    const { status, stderr } = spawnSync('sh', ['-n', file], { encoding: 'utf8' })
    t.equal(status, 0, `${file} ${stderr}`)
  }
  t.end()
})
