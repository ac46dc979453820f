// Which operation may go next. What belongs to one thread or event goes one after the other; nothing else waits for it.

/** @import {Operation, Outside} from "./types.js" */

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The thread, event or need that an address speaks of; what makes a new one is a lane of its own. @param {string} url @param {string} id */
export const laneOf = (url, id) => url.match(UUID)?.[0] ?? id

/**
 * The latest of those waiting that an operation speaks of, in its address or as the version it was written on.
 * @param {Pick<Operation, "url" | "fields">} op
 * @param {Outside[]} waiting in their order
 */
export function afterWhich({ url, fields }, waiting) {
  const named = [url, ...fields.map(([, value]) => typeof value === "string" && value.length < 300 ? value : "")].join(" ")
  return waiting.filter(({ id }) => named.includes(id)).at(-1)?.id ?? ""
}

/** @param {Outside} row */
export const isWaiting = ({ state }) => state === "saved" || state === "sending"

/**
 * @template {Outside} R
 * @param {R[]} rows all of one account, in their order
 * @param {{now: number, eager?: boolean, alone?: boolean}} moment eager: somebody asked, or the network is back; alone: no
 *   other engine can be at work, so what is called "sending" was left behind
 * @returns {R[]} the first of every lane that may go now
 */
export function ready(rows, { now, eager = false, alone = false }) {
  const unfinished = new Set(rows.filter(({ state }) => state !== "arrived").map(({ id }) => id))
  const taken = new Set()
  return rows.filter(row => {
    if (!isWaiting(row) || taken.has(row.lane)) return false
    taken.add(row.lane)
    if (row.after && unfinished.has(row.after)) return false
    if (row.state === "sending") return alone || row.nextAt <= now
    return row.nextAt <= now || eager && !row.asked
  })
}

/** When the next one may go; Infinity when nothing waits for a moment, but for another or for a person. @param {Outside[]} rows */
export const wakesAt = rows => Math.min(...ready(rows, { now: Infinity }).map(({ nextAt }) => nextAt))
