// What lies on this device, read for its page; only the worker fetches and removes.
import { kept, reader } from "../../../service_worker/kept/store.js"

/** @import {Offers, Part} from "../../../service_worker/pack/types.js" */
/** @typedef {{name: string, title: string, href: string, size: number, count: number, wanted?: boolean, part?: Part}} Row */

export const { account, device } = document.querySelector("main").dataset

/** Whether anything may lie here at all. */
export const isOwn = device === "mine" && !!account

export const isTheirs = async () => await reader() === account

/** @returns {Promise<{offers: Offers, rows: Row[], visited: number}>} parts that are here first, in the order of the offers */
export async function read() {
  const db = await kept(account)
  /** @type {[Offers | undefined, Part[], any[]]} */
  const [offers, parts, pages] = await Promise.all([db.get("shell", "pack"), db.getAll("parts"), db.getAll("pages")])
  const packs = offers?.packs ?? []
  const byName = new Map(parts.map(part => [part.name, part]))
  const unnamed = parts.filter(({ name }) => !packs.some(pack => pack.name === name))
  return {
    offers: offers ?? { etag: "", packs: [], declined: [], checked: 0 },
    rows: [...packs, ...unnamed.map(asOffer)].map(pack => ({ ...pack, part: byName.get(pack.name) })),
    visited: pages.filter(({ parts }) => !parts.length).length,
  }
}

/** A part that is not offered any more and still here. @param {Part} part @returns {Row} */
const asOffer = ({ name, title, pages, files }) => ({
  name, title, href: pages[0]?.[0] ?? "/", count: pages.length, size: files.reduce((sum, [, , octets]) => sum + octets, 0),
})

/** What a part names and this device does not have. @param {Part} part */
export async function missing({ pages, files }) {
  const db = await kept(account)
  const [there, filed] = await Promise.all(["pages", "files"].map(async store => new Set(await db.getAllKeys(store))))
  return {
    pages: pages.filter(([url]) => !there.has(url)).map(([url, , title]) => title ?? ""),
    files: files.filter(([url]) => !filed.has(url)).length,
  }
}

/** @param {object} words */
export const askWorker = async words => (await navigator.serviceWorker.ready).active.postMessage({ account, ...words })
