// Whose device this is, and what happens to what lies on it when that changes. Pages and the worker use it.
import { deleteDB, openDB } from "idb"
import { ping } from "./asking.js"
import { know, known, names } from "./outbox/store.js"

/** @typedef {{account: string, device: string, language: string}} Session whose device it is; without an account nobody's */

/** @type {Session} */
const NOBODY = { account: "", device: "", language: "" }
/** Whose it is while it is being emptied: of nobody whose page there could be, so that it begins anew if that was cut off. */
const IN_BETWEEN = { ...NOBODY, account: "-" }
/** Nothing that could be read: drafts are sealed, and a visitor's key exists nowhere else. */
const STAYS = /^(session|signing-out|drafts-.*|key-v[0-9a-f]{31})$/

/** Says on every page of this device whose it is now. */
export const people = globalThis.BroadcastChannel && new BroadcastChannel("person")

/** @param {string} account of somebody without an account in our sense: a browser that is known to pages for guests */
export const isVisitor = account => /^v[0-9a-f]{31}$/.test(account)

/** @returns {Promise<Session>} */
export const whose = async () => await known("session") ?? NOBODY

/**
 * To be asked first at every start of a page: makes room for whoever it was made for.
 * @param {{account?: string, device?: string, language?: string, isKept?: boolean}} page isKept: it comes from the device itself
 *   and proves nothing
 * @returns {Promise<boolean>} whether it may be shown
 */
export async function arrive({ account = "", device = "", language, isKept }) {
  const before = await whose()
  language ??= before.language
  const isSame = account === before.account
  if (isKept) return !account || isSame
  if (await stillLeaving()) return false
  if (isSame && device === before.device && language === before.language) return true
  if (!account && isVisitor(before.account)) return true // known to pages for guests only
  if (!isSame && !await isBelieved(account)) return false
  await enter({ account, device, language })
  return true
}

/**
 * A page out of the browser's own cache may be somebody's who has left; one that was just loaded anew is not.
 * @param {string} account
 */
async function isBelieved(account) {
  const [visit] = /** @type {any[]} */ (performance.getEntriesByType("navigation"))
  if (visit?.type === "reload" || isVisitor(account)) return true
  return (await signedIn() ?? (visit?.type === "back_forward" ? undefined : account)) === account
}

/** Who is signed in, as the server knows it; undefined while it does not answer. @returns {Promise<string | undefined>} */
export async function signedIn() {
  const answer = await ping(3000)
  if (answer?.ok) return answer.headers.get("X-Account") ?? ""
}

/** The server knows this person no more: nothing kept is read here, until they sign in again. What waits stays theirs. */
export const expire = async () => enter({ ...await whose(), device: "" })

/** @param {Session} session */
async function enter(session) {
  const before = await whose()
  await know("session", IN_BETWEEN)
  await purge(session, before)
  await know("session", { ...session, at: Date.now() })
  await forget(session, before) // what was being kept at that moment
  people?.postMessage({ account: session.account })
}

/** Takes away what can be read on this device, except for somebody's whose it is now. @param {Session} now @param {Session} before */
async function purge(now, before) {
  const words = (await names()).filter(name => !STAYS.test(name) && name !== `key-${now.account}`)
  await Promise.all([forget(now, before), ...words.map(name => know(name, undefined)), quieten()])
}

/** @param {Session} now @param {Session} before */
async function forget({ account, device }, before) {
  const databases = await indexedDB.databases?.() ?? [{ name: `kept-${before.account}` }]
  const kept = databases.map(({ name = "" }) => name)
    .filter(name => name.startsWith("kept-") && (name !== `kept-${account}` || device !== "mine"))
  await Promise.all(kept.map(empty))
}

/** Empties a database before it removes it: a page that has it open may keep it from going. @param {string} name */
async function empty(name) {
  const db = await openDB(name)
  await Promise.all([...db.objectStoreNames].map(store => db.clear(store)))
  db.close()
  await new Promise(resolve => deleteDB(name, { blocked: () => resolve(undefined) }).then(resolve, resolve))
}

/** What the device says of us outside of our pages. */
async function quieten() {
  const registration = await navigator.serviceWorker?.getRegistration()
  for (const notice of await registration?.getNotifications?.() ?? []) notice.close()
  await navigator.clearAppBadge?.()
}

/** Signs out on this device, with or without a network: from here on nothing can be read, and nobody gets back in. */
export async function leave() {
  await know("signing-out", true)
  await enter(NOBODY)
}

/**
 * Whether somebody has signed out here and the server does not know yet. It is told now, before anything else is asked of it.
 * @returns {Promise<boolean>}
 */
export async function stillLeaving() {
  if (!await known("signing-out")) return false
  const answer = await fetch("/sign-out", { method: "POST", signal: AbortSignal.timeout?.(5000) }).catch(() => null)
  if (!answer?.ok || !answer.headers.has("X-Neighbour") || answer.headers.get("X-Account")) return true
  await know("signing-out", undefined)
  return false
}
