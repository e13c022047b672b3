/** Rules of the shape: the domain is pure, services do not know each other, the sandboxes share nothing with the clients. */
const io =
  '^(node:)?(fs|net|http|https|http2|child_process|dgram|dns|tls|worker_threads|cluster|timers|os|process|crypto)(/|$)'

/** Rooms of a source folder, from the ground up. A room uses rooms of floors below its own: none beside it, none above. */
const apiFloors = [
  ['schemas'],
  ['errors'],
  ['http', 'accounts', 'changes', 'metrics', 'console'],
  ['authentication', 'reads', 'checks'],
  ['idempotency', 'pages', 'audit'],
  ['openapi', 'reference', 'operate'],
  ['routes'],
]
const domainFloors = [
  ['words', 'text'],
  ['settings', 'mail'],
  ['events', 'calendar'],
  ['conversation', 'effects', 'integration', 'tenant', 'audit'],
  ['attachments', 'buyers', 'health', 'operations', 'routing'],
  ['tickets', 'alerts'],
  ['auto-replies'],
  ['replies'],
  ['looks'],
  ['reconcile'],
]

/** One rule a floor, and one for a room that has none yet. Files beside the rooms, such as the server, use them all. */
function floorRules(name, source, floors) {
  const forbid = (what, from, to) => ({ name: `${name}-${what}`, severity: 'error', from, to })
  const onFloors = floors.map((rooms, floor) => {
    const below = floors.slice(0, floor).flat()
    const allowed = ['$1', ...below].join('|')
    const from = { path: `^${source}/(${rooms.join('|')})/` }
    return forbid(`floor-of-${rooms[0]}`, from, { path: `^${source}/(?!(?:${allowed})/)` })
  })
  const elsewhere = { path: `^${source}/(?!(?:${floors.flat().join('|')})/)[^/]+/` }
  return [...onFloors, forbid('room-without-floor', elsewhere, {})]
}

module.exports = {
  forbidden: [
    ...floorRules('api', 'services/api/src', apiFloors),
    ...floorRules('domain', 'packages/domain/src', domainFloors),
    {
      name: 'no-folder-cycles',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(services/api|packages/domain)/src' },
      to: { circular: true },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^packages/domain/src' },
      to: { path: [io, '^packages/(?!domain)', 'node_modules/(pg|kysely|undici|fastify|pino)/'] },
    },
    {
      name: 'services-are-strangers',
      severity: 'error',
      from: { path: '^services/(ingest|projector|api)/src' },
      to: { path: '^services/(?!$1/)' },
    },
    {
      name: 'packages-below-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|apps)/' },
    },
    {
      name: 'console-knows-the-api-client-only',
      severity: 'error',
      from: { path: '^apps/console/src' },
      to: { path: ['^services/', '^packages/(?!api-client/)', '^apps/console/build/', io] },
    },
    {
      name: 'only-what-runs-all-builds-the-console',
      severity: 'error',
      from: { path: '^services/(?!standalone/)' },
      to: { path: '^apps/' },
    },
    {
      name: 'sandbox-shares-no-code',
      severity: 'error',
      from: { path: '^packages/sandbox/src' },
      to: { path: '^packages/(?!sandbox)' },
    },
    {
      name: 'clients-never-see-the-sandbox',
      severity: 'error',
      from: { path: '^packages/(empikplace|thulium|contracts)/src' },
      to: { path: '^packages/sandbox' },
    },
    {
      name: 'event-log-port-is-neutral',
      severity: 'error',
      from: { path: '^packages/event-log/src/port' },
      to: { path: ['node_modules/pg/', '^packages/event-log/src/postgres'] },
    },
    { name: 'test-code-stays-in-tests', severity: 'error', from: { path: '/src/' }, to: { path: '/test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.generated\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
