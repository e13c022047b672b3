import { freePort, until } from '@connector/test-kit'
import { startBuilt, startChild, type Child } from './child.ts'

type Service = 'api' | 'ingest' | 'projector'

/** The services of one release on one database, each a process of its own. */
export interface Deployment {
  /** Where its API listens; undefined while it does not run. */
  url: () => string | undefined
  start(...services: Service[]): Promise<void>
  /** As a rollout does it: asked to end, and waited for. */
  stop(...services: Service[]): Promise<void>
  kill(): Promise<void>
}

/** @param release the folder of another release; this one by default */
export function deploymentOf(environment: Record<string, string>, release?: string): Deployment {
  const running = new Map<Service, Child>()
  let port = 0
  const url = (): string | undefined => (running.has('api') ? `http://127.0.0.1:${port}` : undefined)

  async function startOne(service: Service): Promise<void> {
    if (service === 'api') port = await freePort()
    const more = service === 'api' ? { ...environment, API_PORT: String(port) } : environment
    running.set(
      service,
      release === undefined ? startChild(`services/${service}/src/main.ts`, more) : startBuilt(release, service, more),
    )
    if (service === 'api')
      await until('the API', () =>
        fetch(`${url() ?? ''}/readyz`).then(
          ({ ok }) => ok || undefined,
          () => undefined,
        ),
      )
  }

  return {
    url,
    async start(...services) {
      await Promise.all(services.map(startOne))
    },
    async stop(...services) {
      await Promise.all(
        services.map(async (service) => {
          const child = running.get(service)
          running.delete(service)
          child?.kill('SIGTERM')
          const code = await child?.ended
          if (code !== 0) throw new Error(`${service} ended with ${String(code)}`)
        }),
      )
    },
    async kill() {
      for (const child of running.values()) child.kill('SIGKILL')
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
