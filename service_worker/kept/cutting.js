// Pages are cut and put together at comments: a worker has no other way to read HTML.

/** @typedef {{head: string, main: string}} Parts */
/** @typedef {{build: string, language: string, html: string, here: string, left: string, outbox: string, assets: string[], headers: [string, string][], at: number}} Shell */

const ONCE = /<!--once-->[^]*?<!--\/once-->|<input type="hidden" name="(operation_id|account)"[^>]*>/g
const FILE = /(\/static\/dist\/[^"#]+-)\w{8}(\.\w+)/g

/**
 * @param {string} text
 * @param {string} name
 */
const between = (text, name) => RegExp(`<!--${name}-->([^]*?)<!--/${name}-->`).exec(text)?.[1].trim()

/**
 * What of a page may stay: nothing that is true only once.
 * @param {string} text
 * @returns {Parts | undefined}
 */
export function cut(text) {
  const lasting = text.replace(ONCE, "")
  const head = between(lasting, "head")?.replace(/(<title>)\(\d+\+?\) /, "$1")
  const main = between(lasting, "main")
  return head && main ? { head, main } : undefined
}

/**
 * A page for a browser. Files of an older build give way to those of the shell's.
 * @param {Shell} shell
 * @param {Parts} parts
 * @param {string} mark for <main>
 * @param {number} [status]
 */
export function composed({ html, headers, assets }, { head, main }, mark, status) {
  const current = (/** @type {string} */ text) => text.replace(FILE, (old, start, end) =>
    assets.find(file => file.startsWith(start) && file.endsWith(end) && file.length === old.length) ?? old)
  const page = html.replace("<!--head-->", () => current(head))
    .replace("<!--main-->", () => current(main).replace("<main", () => `<main ${mark}`))
  return new Response(page, { status, headers: [...headers, ["Content-Type", "text/html; charset=utf-8"]] })
}
