// The shell around every page: an account's lies beside its pages, nobody's beside the built files.
import { asked } from "../network.js"
import { kept, reader, tidy } from "./store.js"

/** @import {Shell} from "./cutting.js" */

const ADDRESS = "/sync/shell"
const BUILDS = 3
const DAY = 86_400_000

const ours = () => caches.open(`app-${/** @type {any} */ (self).build}`)

/** @param {RequestCredentials} credentials @returns {Promise<Shell>} its files are here too */
async function fetched(credentials) {
  const { answer } = await asked(ADDRESS, { credentials, cache: "no-store" })
  const headers = [...answer.headers].filter(([name]) => /policy|^x-/.test(name))
  const shell = { ...await answer.json(), headers, at: Date.now() }
  const cache = await caches.open(`app-${shell.build}`)
  const had = await Promise.all(shell.assets.map((/** @type {string} */ file) => cache.match(file)))
  await cache.addAll(shell.assets.filter((/** @type {string} */ _file, /** @type {number} */ place) => !had[place]))
  return shell
}

/** Everything that a page needs of this build. */
export async function install() {
  const shell = await fetched("omit")
  await (await ours()).put(ADDRESS, new Response(JSON.stringify(shell)))
}

/** The files of the two builds before stay: pages of theirs are still open. */
export async function dropBuilds() {
  for (const name of (await caches.keys()).slice(0, -BUILDS)) await caches.delete(name)
}

/** @param {string} account "": nobody's @returns {Promise<Shell>} */
export const shellOf = async account => account && await (await kept(account)).get("shell", "shell")
  || (await (await ours()).match(ADDRESS))?.json()

/**
 * Fetches an account's shell where another build or language answers now, and once a day.
 * @param {string} account
 * @param {string | null} build
 * @param {string} [language]
 */
export async function keepShell(account, build, language) {
  const shell = await (await kept(account)).get("shell", "shell")
  if (shell?.build === build && shell.at > Date.now() - DAY && (language ?? shell.language) === shell.language) return
  const fresh = await fetched("same-origin")
  if (await reader() !== account) return
  await (await kept(account)).put("shell", fresh, "shell")
  await tidy(account)
}
