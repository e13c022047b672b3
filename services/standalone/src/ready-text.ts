import { demoTenant } from './demo.ts'

interface Ready {
  seconds: number
  url: string
  empikplaceUrl: string
  thuliumUrl: string
  /** What the database has to say. */
  notice: string | undefined
  /** Where callers need a key. */
  operatorKey: string | undefined
}

/** What is printed when everything runs. */
export function readyText({ seconds, url, empikplaceUrl, thuliumUrl, notice, operatorKey }: Ready): string {
  const ready = `Ready in ${seconds.toFixed(1)} s.`
  return [
    ...(operatorKey === undefined ? [`${ready} Open ${url}`] : [ready, `URL=${url}`, `OPERATOR=${operatorKey}`]),
    `  EmpikPlace (write as the buyer):  ${empikplaceUrl}`,
    `  Thulium (answer as an agent):     ${thuliumUrl}/${demoTenant}/`,
    ...(notice === undefined ? [] : [`  ${notice}`]),
    '',
  ].join('\n')
}
