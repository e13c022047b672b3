/** Rules of the shape: the domain is pure, services do not know each other, the sandboxes share nothing with the clients. */
const io =
  '^(node:)?(fs|net|http|https|http2|child_process|dgram|dns|tls|worker_threads|cluster|timers|os|process|crypto)(/|$)'
module.exports = {
  forbidden: [
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
    { name: 'packages-below-services', severity: 'error', from: { path: '^packages/' }, to: { path: '^services/' } },
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
