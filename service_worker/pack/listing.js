// The page that names what is on this device, instead of one that is not.
import { cut } from "../kept/cutting.js"
import { kept } from "../kept/store.js"
import { found, titleOf } from "./search.js"

/** @param {string} text */
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** @import {Parts, Shell} from "../kept/cutting.js" */

/**
 * What waits on this device is to be seen on every device, one of several people, too.
 * @param {Shell} shell
 * @param {string} account "": nobody's device
 * @param {string} url that was asked for
 * @returns {Promise<Parts>}
 */
export async function instead(shell, account, url) {
  const [path, query] = url.split("?")
  const { head, main } = /** @type {Parts} */ (cut(path === "/outbox" ? shell.outbox : shell.here))
  return { head, main: await filled(main, account, new URLSearchParams(query).get("q")) }
}

/**
 * @param {string} main with the place for the list, and with templates for what may be said of it
 * @param {string} account "": nobody's device
 * @param {string | null} words that were searched for
 */
async function filled(main, account, words) {
  const all = account ? await everything(account) : []
  const rows = account && words ? await found(account, words) : all.filter(({ url }) => !url.endsWith("/new"))
  const has = (/** @type {string} */ name) => name === "own" ? account : all.some(({ url }) => url === name)
  const list = rows.map(({ url, title, excerpt }) =>
    `<li class="row"><div class="row__words"><a class="row__title" href="${escaped(url)}">${escaped(title)}</a>${excerpt && `<span class="row__line">${escaped(excerpt)}</span>`}</div></li>`)
  const said = !account ? "nobodys" : words ? rows.length ? "searched-here" : "nothing-found" : rows.length ? "all-here" : "nothing-here"
  return main.replace(/<!--if (\S+)-->([^]*?)<!--\/if-->/g, (_all, name, inner) => has(name) ? inner : "")
    .replace("<!--list-->", () => list.length ? `<ul class="rows">${list.join("")}</ul>` : "")
    .replace(RegExp(`<template id="${said}">([^]*?)</template>`), (_all, inner) => inner)
    .replaceAll("<!--words-->", () => escaped(words ?? ""))
}

/** @param {string} account */
async function everything(account) {
  const pages = await (await kept(account)).getAll("pages")
  return pages.filter(({ url }) => !url.includes("?")).map(({ url, head }) => ({ url, title: titleOf(head) ?? url, excerpt: "" }))
    .sort((one, other) => one.title.localeCompare(other.title))
}
