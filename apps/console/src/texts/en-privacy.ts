import type { privacy as pl } from './pl-privacy.ts'
import type { Texts } from './pl.ts'

/** How long data of customers are kept, and what is held about one of them. */
export const privacy: Texts<typeof pl> = {
  retention: 'How long data are kept',
  retentionText:
    'Data of customers who have written in no shop for so many months are erased each night. The first time after each change only tells whom it would be about; the list of operations in Problems shows it.',
  months: 'Months without a message',
  monthsHelp: 'From 1 to 240. Empty: never.',
  monthsWrong: 'Enter a number from 1 to 240, or leave it empty.',
  save: 'Save',
  saved: 'Saved',
  buyer: 'Data of one customer',
  buyerText:
    'For when a customer asks what you hold, or asks to be erased. The id stands beside the conversation, under “Customer”.',
  customerId: 'Id of the customer at EmpikPlace',
  export: 'Download everything (JSON)',
  try: 'See what would be erased',
  trying: 'Looking at what would be erased',
  tried: 'Would be erased',
  erase: 'Erase for good',
  eraseTitle: 'Erase the data of this customer for good?',
  eraseText:
    'Name, texts and names of files vanish from the connector and cannot be brought back. Times and states of the conversations stay. At EmpikPlace and in Thulium they must be deleted separately: we say where they lie.',
  eraseTyped: 'Type the id of the customer',
  erasing: 'The data of the customer are being erased',
  erased: 'Erased',
  failed: 'It failed: {reason}',
  unknown: 'No conversation of this customer is known. Check that the id is whole and typed right.',
}
