// Questions to the server beside what htmx loads: who is signed in, what became of something, a part of a page.

/** @param {number} [patience] ms @returns {AbortSignal | undefined} not every old browser has it */
const within = patience => patience === undefined ? undefined : AbortSignal.timeout?.(patience)

/** @param {number} [patience] ms @returns {Promise<Response | undefined>} Neighbour's own answer, whatever it says */
export async function ping(patience) {
  const answer = await fetch("/sync/ping", { cache: "no-store", signal: within(patience) }).catch(() => null)
  return answer?.headers.has("X-Neighbour") ? answer : undefined
}

/**
 * @param {{id: string, account: string}} operation
 * @returns {Promise<{receipt_code: string, location: string, arrived_at: string} | undefined | null>} null: nobody knows
 */
export async function receiptOf({ id, account }) {
  try {
    const headers = { "X-Account": account, Accept: "application/json" }
    const answer = await fetch(`/sync/receipts?ids=${id}`, { headers, signal: within(10_000) })
    if (!answer.ok || answer.headers.get("X-Account") !== account) return null
    return (await answer.json()).arrived[id]
  } catch {
    return null
  }
}

/** The words of a page without its frame; rejects without an answer. @param {string} address */
export async function partOf(address) {
  const answer = await fetch(address, {
    headers: { "HX-Request": "true", "HX-Request-Type": "partial" },
    signal: within(5000),
  })
  return answer.text()
}
