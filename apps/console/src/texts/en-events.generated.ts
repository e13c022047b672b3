/** Generated from event-texts.ts. Do not edit: npm run generate. */

export const events = {
  "message": {
    "customer": "Message from the customer",
    "seller": "Message from the shop, written in EmpikPlace",
    "operator": "Message from the EmpikPlace operator",
    "unknown": "Message from an unknown sender"
  },
  "order": "Order {order} recorded",
  "orderTotal": "total {total}",
  "customer": {
    "existing": "The customer was already in the CRM (record {n})",
    "created": "Customer added to the CRM (record {n})",
    "adopted": "The customer had been added before; record {n} recognised",
    "hits": "Records with this customer id: {hits}. The lowest number was taken.",
    "named": "The CRM record got the name from the order",
    "kept": "The CRM record had a name already; nothing was changed",
    "outside": "The customer is not in the CRM and, by the settings, was not added",
    "refused": "Thulium refused the record of the customer; the ticket is made without"
  },
  "ticket": {
    "updated": "Fields of the ticket brought up to date with the order",
    "done": "Ticket {n} created",
    "found": "Ticket {n} was already there; recognised, not created twice",
    "deleted": "Ticket {n} was deleted in Thulium",
    "merged": "Ticket {n} was merged into another one in Thulium",
    "follows": "The conversation goes on in ticket {n}",
    "closed": "New message in the closed ticket {n}",
    "opened": "Ticket {n} opened again",
    "wasOpen": "Ticket {n} was open already"
  },
  "clock": {
    "runs": "EmpikPlace waits for the shop’s answer",
    "stopped": "EmpikPlace waits for the shop’s answer no more"
  },
  "mirrored": {
    "done": "Message added to ticket {n}",
    "found": "The message was already in ticket {n}; not added twice"
  },
  "reply": "Answer of an agent in Thulium",
  "replyHere": "Answer written in the console",
  "commentHere": "Internal comment written in the console",
  "corrected": "A person corrected the text of the reply",
  "sent": {
    "done": "Answer passed on in EmpikPlace",
    "customer": "Answer passed to the customer in EmpikPlace",
    "operator": "Answer passed to the operator in EmpikPlace",
    "everyone": "Answer passed to the customer and the operator in EmpikPlace",
    "found": "The answer is already in EmpikPlace; not sent twice"
  },
  "refused": {
    "too-short": "Answer not sent: it has fewer than 3 characters",
    "too-long": "Answer not sent: it has more than 50 000 characters",
    "no-customer": "Answer not sent: no customer takes part in the conversation",
    "no-operator": "Answer not sent: the operator takes no part in it",
    "moved": "Answer not sent: it was moved here from another ticket",
    "own-login": "Answer not sent: it stands under the login of the integration",
    "buyer-waits": "Answer held: the operator wrote last while the customer waits; its reader has to be named",
    "files-unnamed": "Files not sent: nobody said who is to get them",
    "unknown": "Answer not sent"
  },
  "routed": {
    "rule": "Rule “{name}” chose the queue and category of the ticket",
    "none": "Queue and category of the ticket as set for the integration"
  },
  "auto": {
    "requested": "Automatic reply “{name}” waits to be sent",
    "sent": "Automatic reply sent to the customer",
    "found": "The automatic reply is in EmpikPlace already; not sent twice",
    "answered": "Automatic reply not sent: a person was faster",
    "withdrawn": "Automatic reply not sent: it was switched off in the settings",
    "too-late": "Automatic reply not sent: it was too late by then",
    "unknown": "Automatic reply not sent"
  },
  "file": {
    "ticket": "File “{name}” is in the ticket",
    "link": "A link to file “{name}” is in the ticket",
    "unavailable": "File “{name}” was not passed on"
  },
  "fileSent": {
    "unknown": "File “{name}” passed on in EmpikPlace",
    "customer": "File “{name}” passed to the customer in EmpikPlace",
    "operator": "File “{name}” passed to the operator in EmpikPlace",
    "everyone": "File “{name}” passed to the customer and the operator in EmpikPlace"
  },
  "fileWhy": {
    "unknown": "the reason is not known",
    "to-thulium": {
      "gone": "EmpikPlace no longer has it",
      "over-limit": "it is over the limit of attachments of the conversation",
      "too-many": "the ticket has as many attachments as Thulium takes",
      "type-not-allowed": "Thulium does not take files of this type",
      "not-fetchable": "it cannot be fetched from EmpikPlace",
      "refused": "EmpikPlace did not hand it out",
      "unnamed": "nobody said who is to get it"
    },
    "to-empikplace": {
      "gone": "the console no longer has it",
      "over-limit": "it is over the limit of attachments of the conversation",
      "too-many": "the conversation has as many attachments as EmpikPlace takes",
      "type-not-allowed": "EmpikPlace does not take files of this type",
      "not-fetchable": "it cannot be fetched from Thulium",
      "refused": "EmpikPlace refused it",
      "unnamed": "nobody said who is to get it"
    }
  },
  "comment": "Internal comment added to ticket {n}",
  "parked": "Needs a person’s decision: {what}",
  "parkedTries": "Tries: {n}",
  "retry": "A person asked for another try: {what}",
  "dismiss": "A person closed it undone: {what}",
  "erased": "The buyer’s names and texts were erased",
  "erasedStopped": "Writes that were stopped: {n}",
  "other": "Event {type}",
  "plain": {
    "ReplyWithdrawn": "The answer was taken back before it was sent",
    "CustomerAdditionRequested": "Asked for the customer to be added to the CRM"
  }
}
