// The page that names what is on this device, instead of one that is not.
import { kept } from "../kept/store.js"
import { found, titleOf } from "./search.js"

/** @param {string} text */
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/**
 * @param {string} main with the place for the list, and with templates for what may be said of it
 * @param {string} account "": nobody's device
 * @param {string | null} words that were searched for
 */
export async function filled(main, account, words) {
  const rows = !account ? [] : words ? await found(account, words) : await everything(account)
  const list = rows.map(({ url, title, excerpt }) =>
    `<li class="row"><div class="row__words"><a class="row__title" href="${escaped(url)}">${escaped(title)}</a>${excerpt && `<span class="row__line">${escaped(excerpt)}</span>`}</div></li>`)
  const said = words ? rows.length ? "searched-here" : "nothing-found" : rows.length ? "" : "nothing-here"
  return main.replace("<!--list-->", () => list.length ? `<ul class="rows">${list.join("")}</ul>` : "")
    .replace(RegExp(`<template id="${said}">([^]*?)</template>`), (_all, inner) => inner)
    .replace("<!--words-->", () => escaped(words ?? ""))
}

/** @param {string} account */
async function everything(account) {
  const pages = await (await kept(account)).getAll("pages")
  return pages.filter(({ url }) => !/[?]|\/new$/.test(url)).map(({ url, head }) => ({ url, title: titleOf(head) ?? url, excerpt: "" }))
    .sort((one, other) => one.title.localeCompare(other.title))
}
