// Which answers may stay on the device. Everything is refused that is not known to be good.
import { whose } from "../person.js"
import { cut } from "./cutting.js"
import { keepShell } from "./shell.js"
import { keepPage } from "./store.js"

/** @typedef {{answer: Response, text: string}} Found */

const LONGEST = 1_000_000

/** @param {string} account */
export async function isAtHome(account) {
  const session = await whose()
  return !!account && session.account === account && session.device === "mine"
}

/** @param {Found} found @param {string} account */
const admitted = ({ answer: { type, status, redirected, headers }, text }, account) =>
  type === "basic" && status === 200 && !redirected && text.length <= LONGEST
    && headers.get("X-Neighbour-Cache") === "account" && headers.get("X-Account") === account
    && !/no-store/.test(headers.get("Cache-Control") ?? "") && cut(text)

/**
 * Keeps a page under its address if it may stay, and the shell that belongs to it.
 * @param {Found} found
 * @param {string} url
 */
export async function keep(found, url) {
  const { account } = await whose()
  const parts = admitted(found, account)
  if (!parts || !await isAtHome(account)) return
  await keepPage(account, { url, ...parts })
  await keepShell(account, found.answer.headers.get("X-Neighbour"), /<main[^>]* lang="(\w+)/.exec(parts.main)?.[1])
}
