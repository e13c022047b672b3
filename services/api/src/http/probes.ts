/** Whatever watches the process asks these every few seconds: never limited, never turned away, not logged. */
const probes = new Set(['/livez', '/readyz', '/metrics'])

/** @param url the pattern of a route */
export const isProbe = (url: string | undefined): boolean => url !== undefined && probes.has(url)
