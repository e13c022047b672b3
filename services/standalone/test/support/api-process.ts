import { freePort, until } from '@connector/test-kit'
import { startChild, type Child } from './child.ts'
import type { World } from './world.ts'

/** The API of a world as a process of its own, so that a test can kill it. */
export async function startApiProcess(
  { environment }: World,
  more: Record<string, string> = {},
): Promise<{ url: string; child: Child }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = startChild('services/api/src/main.ts', {
    ...environment,
    API_AUTHENTICATION: 'off',
    API_PORT: String(port),
    // The machine is busy with other tests.
    API_EVENT_LOOP_DELAY_MS: '0',
    ...more,
  })
  await until('the API', () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  )
  return { url, child }
}
