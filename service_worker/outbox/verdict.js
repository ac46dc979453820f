// What an answer means for an operation. A pure function: everything the outbox does with an answer is decided here.

/** @import {Operation, Reply} from "./types.js" */

/**
 * delivered: it is there, its echo proves it · later: nobody knows, ask again · busy: this operation again when told, the
 * others go on · signed-out, stranger: nothing can go before its person is back · refused: a person must decide.
 * @typedef {"delivered" | "later" | "busy" | "signed-out" | "stranger" | "refused"} Verdict
 */

const NOT_NOW = [408, 425, 429]

/**
 * @param {Reply | null} reply
 * @param {Pick<Operation, "id" | "account">} op
 * @param {string} fingerprint what was sent
 * @returns {Verdict}
 */
export function verdict(reply, op, fingerprint) {
  if (!reply?.ours) return "later" // no answer, or a captive portal's, or a proxy's
  const { status, account, retryAfter, json } = reply
  if (status === 401) return "signed-out"
  if (account !== op.account) return account ? "stranger" : "later"
  if (status >= 200 && status < 300)
    return json.operation_id === op.id && json.fingerprint === fingerprint ? "delivered" : "later"
  if (status >= 500 || NOT_NOW.includes(status)) return "busy"
  if (status < 400) return "later"
  return retryAfter === null ? "refused" : "busy"
}

/**
 * Milliseconds until the next attempt: 2, 4, 8 … seconds, at most 5 minutes; shared out at random only where the server
 * itself was busy, so that it does not meet all phones at once again.
 * @param {Reply | null} reply
 * @param {number} attempts how many there have been, this one included
 * @param {number} chance 0 to 1
 */
export function pause(reply, attempts, chance) {
  const said = reply?.ours ? reply.retryAfter : null
  const doubling = Math.min(2 ** Math.min(attempts, 9), 300)
  const busy = reply?.ours && (reply.status >= 500 || reply.status === 429)
  return 1000 * Math.max(said ?? 0, said === 0 && !busy ? 0.2 : doubling * (busy ? 0.5 + chance : 1))
}
