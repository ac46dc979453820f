// What the network gives, and what only looks as if it came from there.
import { known } from "./outbox/store.js"

const A_WHILE = 30_000

let slowUntil = 0

/** Whether somebody was left waiting a moment ago: what is on the device comes first then. */
export const isSlow = () => Date.now() < slowUntil

/**
 * An answer of the application with its whole body, if it is a page. A redirect tells nothing of who sent it.
 * @param {RequestInfo} request
 * @param {RequestInit} [how]
 * @returns {Promise<{answer: Response, text: string}>} rejects with "portal" where somebody else has answered
 */
export async function asked(request, how) {
  if (await known("practice")) throw Error("network")
  const answer = await fetch(request, how)
  if (answer.type !== "opaqueredirect" && !answer.headers.has("X-Neighbour")) throw Error("portal")
  return { answer, text: /html/.test(answer.headers.get("Content-Type") ?? "") ? await answer.clone().text() : "" }
}

/**
 * @template T
 * @param {number} seconds
 * @param {Promise<T>} promise goes on behind
 * @returns {Promise<T>} rejects with "slow"
 */
export function within(seconds, promise) {
  /** @type {number} */
  let timer
  return Promise.race([promise, new Promise((_, reject) => {
    timer = setTimeout(() => {
      slowUntil = Date.now() + A_WHILE
      reject(Error("slow"))
    }, seconds * 1000)
  })]).finally(() => clearTimeout(timer))
}

/** @param {any} error @returns {"portal" | "slow" | "network"} */
export const why = ({ message }) => /^(portal|slow)$/.test(message) ? message : "network"
