// Loads the pack's part of the worker where it is needed; the rest starts faster without it.

/**
 * In the worker's install too, or the browser would not give it away later, without a network.
 * @returns {{instead: typeof import("./listing.js").instead, remove: typeof import("./syncing.js").remove, sync: typeof import("./syncing.js").sync}}
 */
export function pack() {
  const worker = /** @type {any} */ (self)
  if (!worker.sync) worker.importScripts(PACK)
  return worker
}

/**
 * What pages ask of it: `{pack: "sync", account, names?, asked?}` or `{pack: "remove", account, name}`.
 * @param {{pack: "sync" | "remove", account: string, name: string, names?: string[], asked?: boolean}} words
 */
export const askPack = ({ pack: what, account, name, names, asked }) =>
  what === "remove" ? pack().remove(account, name) : pack().sync(account, names, asked)
