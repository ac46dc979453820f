// Which answers may stay on the device. Everything is refused that is not known to be good.
import { cut } from "./cutting.js"
import { keepShell } from "./shell.js"
import { keepPage, reader } from "./store.js"

/** @typedef {{answer: Response, text: string}} Found */

const LONGEST = 1_000_000

/** @param {Found} found @param {string} account */
const admitted = ({ answer: { type, status, redirected, headers }, text }, account) =>
  type === "basic" && status === 200 && !redirected && text.length <= LONGEST
    && headers.get("X-Neighbour-Cache") === "account" && headers.get("X-Account") === account
    && !headers.get("Cache-Control")?.includes("no-store") && cut(text)

/**
 * Keeps a page under its address if it may stay, and the shell that belongs to it.
 * @param {Found} found
 * @param {string} url
 */
export async function keep(found, url) {
  const account = await reader()
  const parts = account && admitted(found, account)
  if (!parts) return
  await keepPage(account, { url, ...parts })
  await keepShell(account, found.answer.headers.get("X-Neighbour"), /<main[^>]* lang="(\w+)/.exec(parts.main)?.[1])
}
