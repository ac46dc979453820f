// Instead of a page that is not on the device: what is there.
import { found } from "../pack/search.js"
import { whose } from "../person.js"
import { composed, cut } from "./cutting.js"
import { shellOf } from "./shell.js"
import { isAtHome } from "./keeping.js"
import { kept } from "./store.js"

/** @param {string} text */
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/**
 * @param {string} url
 * @param {string} trouble why the network did not help
 */
export async function elsewhere(url, trouble) {
  const { account } = await whose()
  const isHome = await isAtHome(account)
  const shell = await shellOf(isHome ? account : "")
  const words = new URLSearchParams(url.split("?")[1]).get("q")
  const rows = !isHome ? [] : words ? await found(account, words) : await all(account)
  const list = rows.map(({ url, title, excerpt = "" }) => `<li><a href="${escaped(url)}">${escaped(title)}</a> ${escaped(excerpt)}</li>`)
  const reveal = words ? rows.length ? "searched-here" : "nothing-found" : rows.length ? "-" : "nothing-here"
  const { head, main } = /** @type {any} */ (cut(shell.here))
  const filled = main.replace("<!--list-->", () => `<ul class="rows">${list.join("")}</ul>`)
    .replace(RegExp(`<template id="${reveal}">([^]*?)</template>`), (/** @type {string} */ _all, /** @type {string} */ inner) => inner)
    .replace("<!--words-->", () => escaped(words ?? ""))
  return composed(shell, { head, main: filled }, `data-trouble="${trouble}"`, 503)
}

/** @param {string} account @returns {Promise<{url: string, title: string, excerpt?: string}[]>} */
async function all(account) {
  const pages = await (await kept(account)).getAll("pages")
  return pages.filter(({ url }) => !url.includes("?")).map(({ url, head }) => ({ url, title: /<title>(.*?)( · Neighbour)?</s.exec(head)?.[1] ?? url }))
}
