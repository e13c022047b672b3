import { z } from 'zod'
import { inBoth, isPlainLine, plainLineMessage } from '../words/index.ts'
import { labelled } from './labelled.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest).refine(isPlainLine, inBoth(plainLineMessage))

const domainName = z.string().regex(/^(?=.{1,190}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'A domain name in lower case')

/** Name of a Thulium account: it becomes a part of a host name. */
export const systemName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Lower-case letters, digits and hyphens, as in {system}.thulium.com')

/** What an administrator tells of a Thulium account, besides its password. */
export const thuliumAccount = z.strictObject({
  system: labelled(
    systemName,
    ['Nazwa konta Thulium', 'Pierwszy człon adresu: nazwa.thulium.com.'],
    ['Thulium account', 'Name of the Thulium account, as in `{system}.thulium.com`.'],
    'demo-sklep',
  ),
  apiUser: labelled(
    text(200),
    ['Użytkownik API', 'Login użytkownika API w Thulium.'],
    ['API user', 'Login of the API user in Thulium.'],
    'connector',
  ),
  mailbox: labelled(
    z.email().max(200),
    ['Skrzynka pocztowa', 'Adres skrzynki Thulium, do której należą zgłoszenia.'],
    ['Mailbox', 'Address of the Thulium mailbox that tickets belong to.'],
    'sklep@sklep.example',
  ),
  agentLogin: labelled(
    text(200),
    ['Login agenta integracji', 'Agent, pod którego nazwiskiem integracja pisze w zgłoszeniach.'],
    ['Agent login', 'Login of the agent under whose name the connector writes.'],
    'empik.bot',
  ),
  threadField: labelled(
    text(200),
    ['Pole konwersacji', 'Nazwa pola specjalnego zgłoszeń, w którym zapisywany jest identyfikator konwersacji.'],
    ['Conversation field', 'Name of the custom field of tickets that keeps the id of the conversation.'],
    'EmpikPlace wątek',
  ),
  orderField: labelled(
    text(200).optional(),
    ['Pole zamówienia', 'Nazwa pola specjalnego zgłoszeń na numer zamówienia. Może pozostać puste.'],
    ['Order field', 'Name of the custom field of tickets that keeps the order number.'],
    'EmpikPlace zamówienie',
  ),
  sinkDomain: labelled(
    domainName.optional(),
    [
      'Domena adresów nadawcy',
      'Z niej pochodzą adresy nadawców zgłoszeń. Jej serwer pocztowy musi przyjmować wszystkie wiadomości i po cichu je usuwać. Puste pole oznacza domenę operatora.',
    ],
    [
      'Domain of senders',
      'Domain of the sender addresses of tickets. Its mail server must accept and drop everything.',
    ],
    'empikplace-connector.invalid',
  ),
})
