// Finds words in the pages that this device keeps; nothing leaves it for that.
import { kept } from "../kept/store.js"
import { bare, fold } from "./folding.js"

/** @typedef {{url: string, title: string, excerpt: string, at: number}} Found */

const AROUND = 12 // words beside the one that was found
/** @type {Record<string, string>} */
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", shy: "" }

/**
 * The kept pages in which every word stands somewhere, those with all of them in their title first.
 * @param {string} account
 * @param {string} words
 * @param {string} [under] only pages whose address begins with it
 * @returns {Promise<Found[]>}
 */
export async function found(account, words, under = "") {
  const wanted = fold(words).split(" ").filter(Boolean).slice(0, 8).map(bare)
  if (!wanted.length) return []
  const db = await kept(account)
  const pages = await db.getAll("pages", IDBKeyRange.bound(under, `${under}\uffff`))
  return pages.flatMap(page => match(page, wanted)).sort((one, other) => other.rank - one.rank)
}

/** @param {{url: string, head: string, main: string, at: number}} page @param {string[]} wanted */
function match({ url, head, main, at }, wanted) {
  if (/[?]|\/new$/.test(url)) return [] // lists that were searched before, and empty forms
  const title = titleOf(head) ?? url
  const text = plain(main)
  const heading = compared(title)
  const body = compared(text)
  if (!wanted.every(word => heading.includes(word) || body.includes(word))) return []
  const rank = wanted.filter(word => heading.includes(word)).length + (heading.startsWith(wanted[0]) ? 0.5 : 0)
  return [{ url, title, at, rank, excerpt: around(text.split(" "), wanted) }]
}

/** @param {string} head */
export function titleOf(head) {
  const [, title] = /<title>(.*?)<\/title>/s.exec(head) ?? []
  return title && plain(title).replace(/ · Neighbour$/, "")
}

/** @param {string} text */
const compared = text => bare(fold(text))

/** The words of a page without its heading, signs, lists of choices, buttons and ways elsewhere. @param {string} html */
export const plain = html => html
  .replace(/<(script|style|template|select|nav|svg|h1|button)\b.*?<\/\1>|<a class="button.*?<\/a>|<!--.*?-->/gs, " ")
  .replace(/<\/?(a|b|em|i|strong|span|code|mark|abbr|time)\b[^>]*>/g, "").replace(/<[^>]*>/g, " ")
  .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, number, hex, name) =>
    name ? SIGNS[name] ?? whole : String.fromCodePoint(number ?? parseInt(hex, 16)))
  .replace(/\s+/g, " ").trim()

/** @param {string[]} text @param {string[]} wanted */
function around(text, wanted) {
  const at = text.findIndex(word => wanted.some(one => compared(word).includes(one)))
  const from = Math.max(0, at - AROUND / 2)
  const to = from + 2 * AROUND
  return (from ? "… " : "") + text.slice(from, to).join(" ") + (to < text.length ? " …" : "")
}
