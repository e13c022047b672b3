import { convertedOnce } from '../text/converted-once.ts'
import { joined } from './lines.ts'
import { mailLines } from './mail-text.ts'

const pictures = '(Są tu też obrazki, których nie da się pokazać w zgłoszeniu: zobacz je w panelu EmpikPlace.)'
const rest = '(Dalszej części tu nie ma: treść jest zbyt długa. Zobacz ją w panelu EmpikPlace.)'

/**
 * The text of what a buyer or an operator wrote, for people: laid out as an agent's reply is, tables and links too, with
 * nothing cut, and with what a text cannot show named.
 */
export const messageText = convertedOnce((body: string): string => {
  const { lines, tooLong } = mailLines(body, 'agent')
  const text = joined(lines)
  const notes = [...(lines.some(({ had }) => had?.picture === true) ? [pictures] : []), ...(tooLong ? [rest] : [])]
  return [text, ...notes].filter((part) => part !== '').join('\n\n')
})
