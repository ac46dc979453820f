// What one account reads on its own device: pages, parts of the pack, files, the shell around them.
import { openDB } from "idb"
import { whose } from "../person.js"

/** @import {IDBPDatabase} from "idb" */
/** @import {Page} from "../pack/types.js" */

const DAY = 86_400_000
const VISITED = 3 * DAY
const TAKEN = 14 * DAY

/** @type {Map<string, Promise<IDBPDatabase>>} */
const opened = new Map()

/**
 * Only for whom the device belongs to: what comes too late, after a sign-out, makes no new one.
 * @param {string} account
 * @returns {Promise<IDBPDatabase>} opened anew when the browser closed it
 */
export async function kept(account) {
  if (account !== await reader()) throw Error("signed-out")
  const forget = () => opened.delete(account)
  const open = opened.get(account) ?? openDB(`kept-${account}`, 1, {
    upgrade(db) {
      for (const name of ["pages", "files"]) db.createObjectStore(name, { keyPath: "url" })
      db.createObjectStore("parts", { keyPath: "name" })
      db.createObjectStore("shell")
    },
    blocking(_old, _new, event) {
      /** @type {IDBDatabase} */ (event.target).close()
      forget()
    },
    terminated: forget,
  }).then(db => {
    db.addEventListener("close", forget)
    return db
  })
  open.catch(forget)
  opened.set(account, open)
  return open
}

/** The account for whom pages are kept here; "": for nobody. */
export async function reader() {
  const { account, device } = await whose()
  return device === "mine" ? account : ""
}

/**
 * A page with the date up to which it is known to be right: of its visit, or of its part of the pack. A visit lasts three
 * days, and what is taken along is shown first for two weeks; later,
 * and in another language than is read now, only where the network does not help.
 * @param {string} account
 * @param {string} url
 * @returns {Promise<Page & {isOld: boolean} | undefined>}
 */
export async function pageAt(account, url) {
  const db = await kept(account)
  const page = await db.get("pages", url)
  if (!page) return
  const parts = await Promise.all(page.parts.map((/** @type {string} */ name) => db.get("parts", name)))
  const at = Math.max(page.at, ...parts.map(part => part?.at ?? 0))
  const isRead = page.main.includes(` lang="${(await whose()).language}"`)
  if (parts.length || at > Date.now() - VISITED) return { ...page, at, isOld: at < Date.now() - TAKEN || !isRead }
}

/**
 * Keeps what a visit brought; what the pack knows of the page stays as it is.
 * @param {string} account
 * @param {Pick<Page, "url" | "head" | "main">} page
 */
export async function keepPage(account, page) {
  const { store } = (await kept(account)).transaction("pages", "readwrite")
  await store.put({ version: "", parts: [], ...await store.get(page.url), ...page, at: Date.now() })
}

/** @param {string} account */
export async function tidy(account) {
  const { store } = (await kept(account)).transaction("pages", "readwrite")
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
    if (!cursor.value.parts.length && cursor.value.at < Date.now() - VISITED) await cursor.delete()
}
