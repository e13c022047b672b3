/**
 * Where a file is, as its ticket says it. Programs behind a proxy that does the encryption take themselves for unencrypted; the
 * credentials are never sent so.
 */
export function addressOf(address: string, home: URL): URL | undefined {
  if (!URL.canParse(address, home.href)) return undefined
  const url = new URL(address, home)
  if (home.protocol === 'https:' && url.protocol === 'http:' && url.port === '') url.protocol = 'https:'
  return url
}
