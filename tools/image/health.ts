/** What the image's health check runs: whether the service in this container answers, whichever it is. */
const { API_PORT = '8080', HEALTH_PORT = '9100' } = process.env

const lives = async (port: string): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  )
  return answer?.ok ?? false
}
process.exit((await Promise.all([API_PORT, HEALTH_PORT].map(lives))).some(Boolean) ? 0 : 1)
